package pl.kurenda.ledger;

import pl.kurenda.ledger.decision.ClerkActions;
import pl.kurenda.ledger.optout.OptOutList;
import pl.kurenda.ledger.read.FileArchive;
import pl.kurenda.ledger.read.ReminderSearch;

/** The ledger's part of the clerk's pages. */
public record PageFixture(FileArchive files, ReminderSearch search, ClerkActions desk, OptOutList optOuts) {}
