package pl.kurenda.report.page;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import pl.kurenda.ledger.core.ReminderState;
import pl.kurenda.report.page.Totals.Sum;

/**
 * Counts the rows of files by state, from the ledger counters. The counts are exact, and a file of a million rows takes
 * no longer than one of ten. CLAIMED and SUBMITTING count as QUEUED.
 */
@Component
class StateCounts {
    private static final String REJECTED_ROW = "REJECTED_ROW";
    // uses an id range, which the database can look up in the view; thousands of confirmations may lie between the
    // files
    private static final String OF_RANGE = """
            select batch_id, state, sum(reminders), sum(amount) from state_count
            where batch_id between :first and :last group by batch_id, state
            """;

    private final JdbcClient jdbc;

    StateCounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Returns files by id.
     *
     * @param first first id
     * @param last last id; ids in between are included if anything is known of them
     */
    Map<Long, Standing> between(long first, long last) {
        Map<Long, Standing> found = new HashMap<>();
        jdbc.sql(OF_RANGE).param("first", first).param("last", last).query(row -> {
            Sum sum = new Sum(row.getLong(3), row.getLong(4));
            if (sum.rows() != 0) {
                found.computeIfAbsent(row.getLong(1), id -> new Standing()).put(row.getString(2), sum);
            }
        });
        return found;
    }

    /** The rows of one file, or of several. */
    static final class Standing {
        private Sum rejected = Sum.NONE;
        private final Map<ReminderState, Sum> states = new EnumMap<>(ReminderState.class);

        private void put(String state, Sum sum) {
            if (state.equals(REJECTED_ROW)) {
                rejected = rejected.plus(sum);
            } else {
                states.merge(ReminderState.valueOf(state), sum, Sum::plus);
            }
        }

        Standing plus(Standing other) {
            rejected = rejected.plus(other.rejected);
            other.states.forEach((state, sum) -> states.merge(state, sum, Sum::plus));
            return this;
        }

        Sum rejected() {
            return rejected;
        }

        Map<ReminderState, Sum> states() {
            return states;
        }
    }
}
