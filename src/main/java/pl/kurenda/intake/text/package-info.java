/**
 * Cells of text: white space, dates, month names, numbers as spreadsheets write them, and the texts that people read.
 * Nothing here knows files or sources.
 */
package pl.kurenda.intake.text;
