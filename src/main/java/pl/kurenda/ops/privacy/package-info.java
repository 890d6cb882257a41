/** Erasure and export of personal data that lies in files. */
package pl.kurenda.ops.privacy;
