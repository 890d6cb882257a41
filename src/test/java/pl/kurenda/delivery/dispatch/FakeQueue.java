package pl.kurenda.delivery.dispatch;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import pl.kurenda.ledger.core.ReminderState;
import pl.kurenda.ledger.dispatch.ClaimedReminder;
import pl.kurenda.ledger.dispatch.DispatchQueue;
import pl.kurenda.ledger.dispatch.SubmitReport;

/** An in-memory queue that counts its calls, and fails on request. */
public final class FakeQueue implements DispatchQueue {
    final Deque<ClaimedReminder> queued = new ArrayDeque<>();
    final Set<Long> submitting = new HashSet<>();
    final List<SubmitReport> recorded = new ArrayList<>();
    final Set<Long> claimed = new HashSet<>();
    int mostSubmitting;
    int givenBackAll;
    int failClaims;
    int failSubmitting;
    int failRecords;
    /** Runs after the commit of outcomes, before the call that wrote them returns. */
    volatile Runnable afterRecord = () -> {};

    @Override
    public synchronized List<ClaimedReminder> claim(int limit, Predicate<String> sourceOpen) {
        List<ClaimedReminder> taken = new ArrayList<>();
        while (taken.size() < limit && !queued.isEmpty()) {
            taken.add(queued.poll());
        }
        taken.forEach(c -> claimed.add(c.id()));
        if (failClaims-- > 0) {
            lost.addAll(taken);
            throw new IllegalStateException("the connection broke after the commit");
        }
        return taken;
    }

    private final List<ClaimedReminder> lost = new ArrayList<>();

    @Override
    public synchronized List<ClaimedReminder> submitting(List<ClaimedReminder> reminders) {
        reminders.forEach(c -> {
            claimed.remove(c.id());
            submitting.add(c.id());
        });
        mostSubmitting = Math.max(mostSubmitting, submitting.size());
        if (failSubmitting-- > 0) {
            throw new IllegalStateException("the connection broke after the commit");
        }
        return reminders;
    }

    @Override
    public synchronized void giveBack(Collection<ClaimedReminder> back, Instant notBefore) {
        back.forEach(c -> claimed.remove(c.id()));
        queued.addAll(back);
    }

    @Override
    public synchronized void giveBackAll() {
        givenBackAll++;
        lost.forEach(c -> claimed.remove(c.id()));
        queued.addAll(lost);
        lost.clear();
    }

    @Override
    public void record(List<SubmitReport> reports) {
        write(reports);
        afterRecord.run();
    }

    private synchronized void write(List<SubmitReport> reports) {
        if (failRecords-- > 0) {
            throw new IllegalStateException("the database is away");
        }
        recorded.addAll(reports);
        reports.forEach(r -> submitting.remove(r.reminderId()));
    }

    synchronized void add(ClaimedReminder reminder) {
        queued.add(reminder);
    }

    synchronized boolean isSubmitting(long id) {
        return submitting.contains(id);
    }

    /** The last recorded state of each reminder. */
    public synchronized Map<Long, ReminderState> states() {
        Map<Long, ReminderState> states = new HashMap<>();
        recorded.forEach(report -> states.put(report.reminderId(), report.state()));
        return states;
    }

    synchronized int recordedCount() {
        return recorded.size();
    }
}
