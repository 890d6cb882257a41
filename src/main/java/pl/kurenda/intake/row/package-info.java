/**
 * From a record to a reminder: enrich, check, render. Each row is decided by itself; what the rows of a file show
 * together goes to the gate.
 */
package pl.kurenda.intake.row;
