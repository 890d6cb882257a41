/**
 * What goes back to the domain system: the receipt and the rejected rows. Nothing here decides anything about a row or
 * a file.
 */
package pl.kurenda.intake.answer;
