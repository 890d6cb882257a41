/**
 * Detects how a file is written: charset, delimiter, header and columns. The settings are taken as given and the rest
 * is detected. A file that cannot be read is refused.
 */
package pl.kurenda.intake.format;
