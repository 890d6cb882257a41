package pl.kurenda.ledger;

import java.time.Clock;

/** The ledger's part of the clerk's pages. */
record TestPages(FileArchive files, ReminderSearch search, Desk desk, OptOutList optOuts) {

    static TestPages of(TestLedger ledger, Clock clock, Decisions decisions, FileDecisions fileDecisions) {
        Books books = ledger.books();
        return new TestPages(
                new FileArchive(books, new BatchFigures(books)),
                new ReminderSearch(books, new ReminderStories(books)),
                new Desk(books, new Changes(books, clock), decisions, fileDecisions),
                new OptOutList(
                        ledger.repository(OptOutRepository.class), ledger.repository(OptOutChangeRepository.class)));
    }
}
