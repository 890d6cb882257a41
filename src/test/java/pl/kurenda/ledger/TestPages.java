package pl.kurenda.ledger;

/** The ledger's part of the clerk's pages. */
record TestPages(FileArchive files, ReminderSearch search, Desk desk, OptOutList optOuts) {}
