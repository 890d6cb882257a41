/**
 * From the bytes of a file to its records: CSV in any encoding, and workbooks (xlsx). Memory stays constant, whatever
 * the file contains.
 */
package pl.kurenda.intake.reader;
