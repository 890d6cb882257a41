package pl.kurenda.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The daemon's books against the count of the SMSC, once nothing moves any more.
 *
 * @param rows read from all files
 * @param submitted segments that the SMSC accepted, each counted once
 * @param twice segments that it accepted more than once
 * @param lost rows that are not in the books, or neither at the SMSC, nor rejected, nor said to be of unknown fate
 * @param unrecorded messages at the SMSC of which the books say that they did not leave, or nothing at all
 * @param unknown reminders of unknown fate
 * @param unbalanced files whose rows or grosze do not add up
 */
record Audit(long rows, long submitted, long twice, long lost, long unrecorded, long unknown, long unbalanced) {
    private static final Set<String> SUBMITTED = Set.of("ENROUTE", "DELIVERED", "NO_RECEIPT");
    private static final String UNBALANCED = """
            select count(*) from batch b where state <> 'LOADED'
              or row_count <> (select count(*) from reminder r where r.batch_id = b.id)
                + (select count(*) from rejected_row x where x.batch_id = b.id)
              or amount_total <> (select coalesce(sum(r.amount), 0) from reminder r where r.batch_id = b.id)
                + (select coalesce(sum(x.amount), 0) from rejected_row x where x.batch_id = b.id)""";

    /** @param expected rows that were dropped */
    static Audit of(DatabaseView books, CountingSmsc smsc, long expected) {
        books.countersAreExact();
        Map<String, Integer> seen = new HashMap<>();
        smsc.segments.keySet().forEach(key -> seen.merge(key.substring(0, key.indexOf(' ')), 1, Integer::sum));
        List<DatabaseView.Sent> reminders = books.reminders();
        long lost = reminders.stream().filter(r -> lost(r, seen)).count();
        long unrecorded = reminders.stream().filter(r -> unrecorded(r, seen)).count();
        reminders.forEach(r -> seen.remove(r.msisdn()));
        long rows = books.number("select coalesce(sum(row_count), 0) from batch");
        return new Audit(
                rows,
                smsc.segments.size(),
                smsc.segments.values().stream().filter(n -> n.get() > 1).count(),
                lost + Math.abs(expected - rows),
                unrecorded + seen.size(),
                books.states().getOrDefault("UNKNOWN", 0L),
                books.number(UNBALANCED));
    }

    private static boolean lost(DatabaseView.Sent reminder, Map<String, Integer> seen) {
        boolean complete = seen.getOrDefault(reminder.msisdn(), 0) == reminder.segments();
        return !reminder.state().equals("UNKNOWN") && !(SUBMITTED.contains(reminder.state()) && complete);
    }

    private static boolean unrecorded(DatabaseView.Sent reminder, Map<String, Integer> seen) {
        return seen.containsKey(reminder.msisdn())
                && !SUBMITTED.contains(reminder.state())
                && !reminder.state().equals("UNKNOWN");
    }

    /** Fails unless every row is accounted for, nothing was sent twice, and no more than that is unknown. */
    void check(long rows, long bound) {
        assertThat(this.rows).as("rows").isEqualTo(rows);
        assertThat(twice).as("submitted twice").isZero();
        assertThat(lost).as("lost").isZero();
        assertThat(unrecorded).as("submitted and not recorded").isZero();
        assertThat(unbalanced).as("files that do not add up").isZero();
        assertThat(unknown).as("of unknown fate").isLessThanOrEqualTo(bound);
    }
}
