/** Reads files, reminders, searches and the backlog for the pages and the REST API. Nothing here changes a state. */
package pl.kurenda.ledger.read;
