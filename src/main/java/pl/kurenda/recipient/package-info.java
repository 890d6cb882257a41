/** The recipient of a reminder: phone numbers and how they are masked. Uses nothing else of Kurenda. */
package pl.kurenda.recipient;
