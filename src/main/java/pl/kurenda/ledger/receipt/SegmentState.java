package pl.kurenda.ledger.receipt;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import pl.kurenda.ledger.core.ReminderState;

/**
 * The state of a segment.
 *
 * @param accepted whether an SMSC has accepted it
 * @param price stored with the segment, or null
 */
record SegmentState(long reminderId, ReminderState state, String error, boolean accepted, BigDecimal price) {
    /** The columns that {@link #of} reads. */
    static final String COLUMNS = "reminder_id, state, error, message_id is not null, price";

    static SegmentState of(ResultSet row) throws SQLException {
        return new SegmentState(
                row.getLong(1),
                ReminderState.valueOf(row.getString(2)),
                row.getString(3),
                row.getBoolean(4),
                row.getBigDecimal(5));
    }

    /** @param reckoned price of one segment of the reminder as the intake calculated it */
    BigDecimal cost(BigDecimal reckoned) {
        return price == null ? reckoned : price;
    }
}
