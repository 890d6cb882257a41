/**
 * The files that go back to the domain system: the receipt and the rejected rows. This package makes no decisions about
 * rows or files.
 */
package pl.kurenda.intake.answer;
