package pl.kurenda.ledger.receipt;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import pl.kurenda.ledger.core.ReminderState;

/**
 * How a segment stands.
 *
 * @param accepted whether an SMSC has accepted it
 * @param price that it has kept, or null
 */
record SegmentState(long reminderId, ReminderState state, String error, boolean accepted, BigDecimal price) {
    /** What {@link #of} reads. */
    static final String COLUMNS = "reminder_id, state, error, message_id is not null, price";

    static SegmentState of(ResultSet row) throws SQLException {
        return new SegmentState(
                row.getLong(1),
                ReminderState.valueOf(row.getString(2)),
                row.getString(3),
                row.getBoolean(4),
                row.getBigDecimal(5));
    }

    /** @param reckoned by the intake, for a segment of its reminder */
    BigDecimal cost(BigDecimal reckoned) {
        return price == null ? reckoned : price;
    }
}
