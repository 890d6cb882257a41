/**
 * Finds out how a file is written: charset, delimiter, header and columns. What the settings say is believed; the rest
 * is looked for, and a file that cannot be read is refused.
 */
package pl.kurenda.intake.format;
