/**
 * Column names and what they mean. Holds the words that offices use for a phone, an amount or a reference, and the
 * reasons for which a row is rejected.
 */
package pl.kurenda.intake.column;
