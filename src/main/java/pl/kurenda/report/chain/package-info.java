/** The chain of checksums over the daily reports, and its check. */
package pl.kurenda.report.chain;
