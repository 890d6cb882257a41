/**
 * Column names and what they mean. The words that offices use for a phone, an amount or a reference are here, and the
 * reasons for which a row is rejected.
 */
package pl.kurenda.intake.column;
