package pl.kurenda.intake.check;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import pl.kurenda.intake.row.RowResult;
import pl.kurenda.ledger.batch.NewReminder;
import pl.kurenda.ledger.batch.RejectedRow;
import pl.kurenda.ledger.gate.BatchFacts;

/** Counts the rows of a dry run. It remembers debts and phones up to a limit, to bound memory. */
public final class DryTally {
    /** The most debts and the most phones in memory, at a few hundred bytes each. */
    static final int REMEMBERED = 200_000;

    static final String AMOUNT_CONFLICT = "AMOUNT_CONFLICT";

    private final BigDecimal budget;
    private final int examples;
    private final Map<String, Group> groups = new TreeMap<>();
    private final Map<String, Group> rejections = new TreeMap<>();
    private final Map<String, Group> alphabets = new TreeMap<>();
    private final List<NewReminder> first = new ArrayList<>();
    private final Map<Debt, Standing> debts = new HashMap<>();
    private final Map<String, Integer> phones = new HashMap<>();
    private boolean complete = true;
    private int rows;
    private int rejected;
    private int sendable;
    private int conflicting;
    private int overBudget;
    private int shifted;
    private long segments;
    private long amountTotal;
    private long amountSent;
    private long smallest = Long.MAX_VALUE;
    private long largest;
    private BigDecimal cost = BigDecimal.ZERO;

    /**
     * @param budget PLN for the file, or null
     * @param examples how many messages are kept, and how many rows are listed for each reason
     */
    DryTally(BigDecimal budget, int examples) {
        this.budget = budget;
        this.examples = examples;
    }

    void add(RowResult result) {
        rows++;
        if (result instanceof RowResult.Rejected one) {
            RejectedRow row = one.rejection();
            rejected++;
            amountTotal += row.amount() == null ? 0 : row.amount();
            note(rejections, row.reason(), new Place(row.line(), row.column(), row.value()));
        } else if (result instanceof RowResult.Valid one) {
            add(one.reminder());
        }
    }

    private void add(NewReminder row) {
        long grosze = row.amount().grosze();
        amountTotal += grosze;
        if (row.suppression() != null) {
            note(groups, row.suppression().name(), Place.of(row.line()));
            return;
        }
        Debt debt = new Debt(ByteBuffer.wrap(row.debt().key()), row.debt().stage());
        Standing standing = debts.get(debt);
        if (standing != null && standing.grosze() == grosze) {
            note(groups, "DUPLICATE_ROW", Place.of(row.line()));
            return;
        }
        keep(row);
        if (standing != null) {
            conflict(debt, standing, row);
        } else {
            send(row);
            remember(debt, new Standing(row.line(), grosze, row.segments(), row.cost(), false));
        }
    }

    /** Holds both rows: a person must say which amount is right. */
    private void conflict(Debt debt, Standing earlier, NewReminder row) {
        conflicting++;
        note(groups, AMOUNT_CONFLICT, Place.of(row.line()));
        if (!earlier.held()) {
            conflicting++;
            note(groups, AMOUNT_CONFLICT, Place.of(earlier.line()));
            segments -= earlier.segments();
            cost = cost.subtract(earlier.cost());
            amountSent -= earlier.grosze();
            debts.put(debt, new Standing(earlier.line(), earlier.grosze(), earlier.segments(), earlier.cost(), true));
        }
    }

    private void send(NewReminder row) {
        segments += row.segments();
        cost = cost.add(row.cost());
        amountSent += row.amount().grosze();
        note(alphabets, row.alphabet(), Place.of(row.line()));
        overBudget += budget != null && cost.compareTo(budget) > 0 ? 1 : 0;
        if (first.size() < examples) {
            first.add(row);
        }
    }

    /** Records what the gate checks. */
    private void keep(NewReminder row) {
        long grosze = row.amount().grosze();
        sendable++;
        smallest = Math.min(smallest, grosze);
        largest = Math.max(largest, grosze);
        shifted += BatchFacts.isShifted(grosze, row.account(), row.phone()) ? 1 : 0;
        if (phones.size() < REMEMBERED || phones.containsKey(row.phone().digits())) {
            phones.merge(row.phone().digits(), 1, Integer::sum);
        }
    }

    private void remember(Debt debt, Standing standing) {
        if (debts.size() < REMEMBERED) {
            debts.put(debt, standing);
        } else {
            complete = false;
        }
    }

    private void note(Map<String, Group> where, String reason, Place place) {
        Group group = where.computeIfAbsent(reason, key -> new Group(new int[1], new ArrayList<>()));
        group.count()[0]++;
        if (group.places().size() < examples) {
            group.places().add(place);
        }
    }

    /** The facts for the gate, without earlier exports and waiting reminders, which are in the database. */
    public BatchFacts facts() {
        int onePhone =
                phones.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        return new BatchFacts(
                rows,
                rejected,
                sendable,
                amountTotal,
                sendable == 0 ? 0 : smallest,
                largest,
                shifted,
                onePhone,
                List.of(),
                0,
                0);
    }

    /** Whether all debts of the file were compared with each other. */
    boolean isComplete() {
        return complete;
    }

    int overBudget() {
        return overBudget;
    }

    public int rejected() {
        return rejected;
    }

    /** Rows neither rejected nor suppressed nor held for their amount. */
    public int sent() {
        return sendable - conflicting;
    }

    public long segments() {
        return segments;
    }

    public BigDecimal cost() {
        return cost;
    }

    public long amountSent() {
        return amountSent;
    }

    /** The first messages, in the order of the file. */
    public List<NewReminder> first() {
        return first;
    }

    public Map<String, Group> rejections() {
        return rejections;
    }

    /** Messages that would be sent, by alphabet. */
    Map<String, Group> alphabets() {
        return alphabets;
    }

    /** Suppressed and held rows, by reason. */
    public Map<String, Group> others() {
        return groups;
    }

    /** The number of rows with one reason, and the places of the first ones. */
    public record Group(int[] count, List<Place> places) {}

    /**
     * The place of a row and what is wrong in it.
     *
     * @param line of the row
     * @param column as the file calls it, or null if the whole row is meant
     * @param value the wrong cell, or null; it is personal data, used only to choose the right text
     */
    public record Place(int line, String column, String value) {

        private static Place of(int line) {
            return new Place(line, null, null);
        }

        /** Leaves out the contents of the row. */
        @Override
        public String toString() {
            return "Place[line=" + line + "]";
        }
    }

    private record Debt(ByteBuffer key, String stage) {}

    private record Standing(int line, long grosze, int segments, BigDecimal cost, boolean held) {}
}
