/** What pages and the REST API read: files, reminders, searches and the backlog. Nothing here changes a state. */
package pl.kurenda.ledger.read;
