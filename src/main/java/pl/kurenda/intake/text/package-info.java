/**
 * Cells of text: white space, dates, month names, numbers as spreadsheets write them, and the texts that people read.
 * This package does not use files or sources.
 */
package pl.kurenda.intake.text;
