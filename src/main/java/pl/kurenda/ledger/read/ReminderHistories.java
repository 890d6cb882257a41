package pl.kurenda.ledger.read;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import pl.kurenda.ledger.batch.ReminderRepository;
import pl.kurenda.ledger.batch.ReminderRepository.Wording;
import pl.kurenda.ledger.read.ReminderHistory.Change;

/** Collects what the tables know about one reminder. */
@Component
public class ReminderHistories {
    private final ReminderRepository reminders;
    private final SegmentRepository segments;
    private final HistoryRepository history;
    private final OutcomeRepository outcomes;

    public ReminderHistories(
            ReminderRepository reminders,
            SegmentRepository segments,
            HistoryRepository history,
            OutcomeRepository outcomes) {
        this.reminders = reminders;
        this.segments = segments;
        this.history = history;
        this.outcomes = outcomes;
    }

    /** Reads all tables in one transaction, so that they show the same moment. */
    @Transactional(readOnly = true)
    ReminderHistory of(FoundReminder reminder) {
        Wording wording = reminders.findWordingById(reminder.id()).orElseThrow();
        return new ReminderHistory(
                reminder,
                wording.name(),
                wording.account(),
                wording.sender(),
                wording.text(),
                wording.segments(),
                wording.cost(),
                segments.findByReminderIdOrderByNumber(reminder.id()),
                changes(reminder.id()));
    }

    /** The ids of both tables come from one sequence, so they give the order of the changes. */
    private List<Change> changes(long reminderId) {
        SortedMap<Long, List<Change>> changes = new TreeMap<>();
        history.findByReminderId(reminderId).forEach(row -> changes.put(row.id(), row.changes()));
        outcomes.findByReminderIdAndFromStateIsNotNull(reminderId)
                .forEach(row -> changes.put(row.id(), List.of(row.change())));
        return changes.values().stream().flatMap(List::stream).toList();
    }
}
