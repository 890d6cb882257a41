package pl.kurenda.ledger;

import pl.kurenda.ledger.decision.Desk;
import pl.kurenda.ledger.optout.OptOutList;
import pl.kurenda.ledger.read.FileArchive;
import pl.kurenda.ledger.read.ReminderSearch;

/** The ledger's part of the clerk's pages. */
public record TestPages(FileArchive files, ReminderSearch search, Desk desk, OptOutList optOuts) {}
