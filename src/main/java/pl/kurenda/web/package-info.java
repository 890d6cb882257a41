/** The pages and the REST API. Uses report, intake, ledger, recipient and money. */
package pl.kurenda.web;
