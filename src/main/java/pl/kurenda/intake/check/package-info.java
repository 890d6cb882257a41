/**
 * The dry run behind the check command and the API's trial: the same rows, texts and gate as a real load. It
 * writes nothing.
 */
package pl.kurenda.intake.check;
