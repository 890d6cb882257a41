/** Whom a reminder goes to: phone numbers and how they are masked. Uses nothing else of Kurenda. */
package pl.kurenda.recipient;
