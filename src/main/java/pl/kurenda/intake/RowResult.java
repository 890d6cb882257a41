package pl.kurenda.intake;

import pl.kurenda.ledger.NewRejection;
import pl.kurenda.ledger.NewReminder;
import pl.kurenda.ledger.Suppression;

/** The verdict on a row. */
sealed interface RowResult {

    /** The same verdict; a debt of the control group is suppressed, unless it is suppressed already. */
    default RowResult heldOutBy(HoldOut group) {
        return this instanceof Valid valid
                        && valid.reminder().suppression() == null
                        && group.draws(valid.reminder().debt())
                ? new Valid(valid.reminder().suppressed(Suppression.HOLD_OUT))
                : this;
    }

    /** A row that becomes a reminder. */
    record Valid(NewReminder reminder) implements RowResult {}

    /** A row that goes back to the domain system. */
    record Rejected(NewRejection rejection) implements RowResult {}
}
