/**
 * Reads the bytes of a file into records: CSV in any encoding, and workbooks (xlsx). Memory stays constant, whatever
 * the file contains.
 */
package pl.kurenda.intake.reader;
