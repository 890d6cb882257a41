/** The pages and the REST API. Uses delivery, report, intake, ledger, recipient and money. */
package pl.kurenda.web;
