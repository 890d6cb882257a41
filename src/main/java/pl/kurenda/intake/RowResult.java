package pl.kurenda.intake;

import pl.kurenda.ledger.NewRejection;
import pl.kurenda.ledger.NewReminder;

/** The verdict on a row. */
sealed interface RowResult {

    /** A row that becomes a reminder. */
    record Valid(NewReminder reminder) implements RowResult {}

    /** A row that goes back to the domain system. */
    record Rejected(NewRejection rejection) implements RowResult {}
}
