/** The amount owed and where to pay it: amounts in grosze and account numbers (NRB). Uses nothing else of Kurenda. */
package pl.kurenda.money;
