package pl.kurenda.ledger;

import java.time.Clock;

/** The ledger's part of the clerk's pages. */
record TestPages(FileArchive files, ReminderSearch search, Desk desk, OptOutList optOuts) {

    static TestPages of(Books books, Clock clock, Decisions decisions, FileDecisions fileDecisions, ReminderStories stories) {
        return new TestPages(
                new FileArchive(books, new BatchFigures(books)),
                new ReminderSearch(books, stories),
                new Desk(books, new Changes(books, clock), decisions, fileDecisions),
                new OptOutList(books));
    }
}
