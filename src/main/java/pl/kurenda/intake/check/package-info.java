/**
 * The dry run for the check command and the trial in the API. It uses the same rows, texts and gate as a real load, but
 * writes nothing.
 */
package pl.kurenda.intake.check;
