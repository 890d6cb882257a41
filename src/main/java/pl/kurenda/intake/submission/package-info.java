/** Takes what vendors send through the REST API. A body becomes a file that intake loads like any other. */
package pl.kurenda.intake.submission;
