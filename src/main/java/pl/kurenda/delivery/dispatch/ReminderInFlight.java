package pl.kurenda.delivery.dispatch;

import java.util.ArrayList;
import java.util.List;
import pl.kurenda.ledger.core.ReminderState;
import pl.kurenda.ledger.dispatch.ClaimedReminder;
import pl.kurenda.ledger.dispatch.SegmentOutcome;
import pl.kurenda.message.AlphabetPolicy;
import pl.kurenda.message.SmsText;

/**
 * A reminder on its way through an account. Its segments go one after the other; those accepted before are left out.
 */
final class ReminderInFlight {
    private final ClaimedReminder reminder;
    private final SmsText text;
    private final List<SegmentOutcome> answers = new ArrayList<>();
    private int number;

    ReminderInFlight(ClaimedReminder reminder) {
        this.reminder = reminder;
        this.text = SmsText.of(reminder.text(), AlphabetPolicy.UCS2);
        goOn();
    }

    private void goOn() {
        do {
            number++;
        } while (reminder.accepted().contains(number));
    }

    ClaimedReminder reminder() {
        return reminder;
    }

    SmsText text() {
        return text;
    }

    /** The segment whose turn it is, from 1. */
    int number() {
        return number;
    }

    List<SegmentOutcome> answers() {
        return List.copyOf(answers);
    }

    void add(SegmentOutcome answer) {
        answers.add(answer);
        goOn();
    }

    /** Whether every segment was accepted, or the last one sent was not. */
    boolean ended() {
        return number > text.segments().size() || !answers.isEmpty() && last().state() != ReminderState.ENROUTE;
    }

    /** The latest response. */
    SegmentOutcome last() {
        return answers.get(answers.size() - 1);
    }
}
