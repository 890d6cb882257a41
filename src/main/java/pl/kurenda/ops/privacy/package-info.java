/** Erasure and export of personal data in files. */
package pl.kurenda.ops.privacy;
