/** CSV and XLSX. The same rows give the same bytes. */
package pl.kurenda.report.format;
