package pl.kurenda.ledger;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Random;
import pl.kurenda.ledger.batch.NewReminder;
import pl.kurenda.ledger.core.ReminderState;
import pl.kurenda.ledger.decision.Decision;
import pl.kurenda.ledger.dispatch.ClaimedReminder;
import pl.kurenda.ledger.dispatch.SegmentOutcome;
import pl.kurenda.ledger.dispatch.SubmitReport;
import pl.kurenda.ledger.gate.ReleasePolicy;
import pl.kurenda.ledger.inbox.DeliveryReceipt;
import pl.kurenda.ledger.receipt.JdbcReceiptsTest;

/**
 * Random events in the life of reminders in an office: files arrive, are sent, are interrupted, and are decided about.
 */
public final class RandomLife {
    private static final Duration WINDOW = Duration.ofHours(30);

    private final LedgerFixture ledger;
    private final LedgerFixture.Node node;
    private final Random chance;
    private final List<ClaimedReminder> inHand = new ArrayList<>();
    private final List<ClaimedReminder> accepted = new ArrayList<>();
    private long loading;
    private int line = 2;
    private int files;

    /** @param seed the same seed gives the same events */
    public RandomLife(LedgerFixture ledger, long seed) {
        this.ledger = ledger;
        this.node = ledger.node("life");
        this.chance = new Random(seed);
    }

    /** Lets some minutes pass, in which something happens. */
    public void goOn() {
        ledger.clock().advance(Duration.ofSeconds(chance.nextInt(120, 2400)));
        switch (chance.nextInt(12)) {
            case 0 -> finish();
            case 1 -> load();
            case 2, 3 -> submit();
            case 4, 5 -> answer();
            case 6, 7 -> receive();
            case 8 -> decide(Decision.values()[chance.nextInt(Decision.values().length)]);
            case 9 -> node.upkeep.tidy(WINDOW);
            case 10 -> suppress();
            default -> decideAboutFiles();
        }
    }

    /** Finishes: no reminder is in hand any more, and every file is complete. */
    public void end() {
        while (!inHand.isEmpty()) {
            answer();
        }
        finish();
        node.dispatches.giveBackAll();
    }

    private String name() {
        return ++files + ".csv";
    }

    /** Loads a file that stays half-loaded for a while; another one is complete at once. */
    private void load() {
        int rows = chance.nextInt(4, 12);
        if (loading == 0 && chance.nextBoolean()) {
            loading = node.begin(name());
            block(loading, rows);
        } else if (loading == 0) {
            long batch = node.begin(name());
            block(batch, rows);
            close(batch, ReleasePolicy.NONE);
        } else {
            block(loading, rows);
        }
    }

    private void block(long batch, int rows) {
        List<NewReminder> all = new ArrayList<>(ledger.rows(line, line + rows));
        all.add(ledger.row(line + rows + 1, "debt" + (2 + chance.nextInt(line)), 500, 1));
        all.add(ledger.row(line + rows + 2, "two" + line, 700, 2));
        all.add(ledger.row(line + rows + 3, "two" + line, 800, 1));
        node.batches.load(batch, all, List.of(ledger.rejection(line + rows + 4)));
        line += rows + 5;
    }

    private void close(long batch, ReleasePolicy terms) {
        int rows = (int) ledger.count("reminder where batch_id = " + batch)
                + (int) ledger.count("rejected_row where batch_id = " + batch);
        node.batches.finish(batch, rows, terms);
    }

    private void finish() {
        if (loading != 0) {
            close(loading, ReleasePolicy.NONE);
            loading = 0;
        }
    }

    private void submit() {
        List<ClaimedReminder> claimed = node.dispatches.claim(chance.nextInt(1, 9), source -> true);
        if (chance.nextInt(4) > 0) {
            inHand.addAll(node.dispatches.submitting(claimed));
        }
    }

    private void answer() {
        List<ClaimedReminder> now = some(inHand);
        inHand.removeAll(now);
        for (ClaimedReminder reminder : now) {
            switch (chance.nextInt(6)) {
                case 0 -> record(reminder, ReminderState.UNKNOWN);
                case 1 -> record(reminder, ReminderState.REJECTED);
                case 2 -> record(reminder, ReminderState.QUEUED);
                default -> {
                    node.accepted(reminder, ids(reminder));
                    accepted.add(reminder);
                }
            }
        }
    }

    private static String[] ids(ClaimedReminder reminder) {
        String[] ids = new String[reminder.segments()];
        for (int i = 0; i < ids.length; i++) {
            ids[i] = reminder.id() + "00" + i;
        }
        return ids;
    }

    private void record(ClaimedReminder reminder, ReminderState state) {
        List<SegmentOutcome> answers = List.of(
                new SegmentOutcome(1, state, null, 88, null, ledger.clock().instant()));
        node.dispatches.record(List.of(new SubmitReport(
                reminder.id(),
                reminder.fence(),
                state,
                "BY_CHANCE",
                ledger.clock().instant(),
                answers)));
    }

    /** Some receipts come late, after the reminder was given up, and correct it. */
    private void receive() {
        for (ClaimedReminder reminder : some(accepted)) {
            String stat = List.of("DELIVERED", "UNDELIVERABLE", "EXPIRED").get(chance.nextInt(3));
            for (String id : ids(reminder)) {
                ledger.receive(ledger.entries(List.of(new DeliveryReceipt(
                        "smsc",
                        id,
                        reminder.msisdn(),
                        stat,
                        "000",
                        null,
                        ledger.clock().instant()))));
            }
        }
        node.inbox.settle(50, new JdbcReceiptsTest.Same(), WINDOW);
    }

    private void decide(Decision decision) {
        List<Long> ids = ledger.jdbc
                .sql("select id from reminder where state in (:from)")
                .param("from", decision.from().stream().map(Enum::name).toList())
                .query(Long.class)
                .list();
        ledger.decisions().decide(decision, some(ids), "jan", "by chance");
    }

    private void suppress() {
        if (chance.nextBoolean()) {
            ledger.optOuts().add(ledger.row(2 + chance.nextInt(line)).phone(), "jan", "letter");
        } else if (loading == 0) {
            ReleasePolicy full =
                    new ReleasePolicy(null, ReleasePolicy.NONE.budget(), ReleasePolicy.NONE.canary(), true, true);
            long batch = node.begin(name());
            node.batches.load(batch, ledger.rows(2, line / 2), List.of());
            close(batch, full);
        }
    }

    private void decideAboutFiles() {
        if (loading == 0 && chance.nextBoolean()) {
            ledger.holdFile("held" + name(), 3);
        } else {
            ledger.jdbc.sql("select id from batch where state = 'HELD'").query(Long.class).list().stream()
                    .findFirst()
                    .ifPresent(held -> ledger.fileDecisions()
                            .decide(
                                    chance.nextBoolean() ? Decision.RELEASE : Decision.WITHDRAW,
                                    held,
                                    "jan",
                                    "by chance"));
        }
    }

    private <T> List<T> some(Collection<T> all) {
        return all.stream().filter(one -> chance.nextBoolean()).limit(6).toList();
    }
}
