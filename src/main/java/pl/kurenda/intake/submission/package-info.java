/** What vendors send through the REST API. A body becomes a file that the intake loads like any other. */
package pl.kurenda.intake.submission;
