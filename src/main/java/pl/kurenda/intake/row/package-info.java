/**
 * Turns a record into a reminder: enrich, check, render. Each row is decided on its own. What the rows of a file show
 * together goes to the gate.
 */
package pl.kurenda.intake.row;
