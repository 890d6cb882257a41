package pl.kurenda.delivery.dispatch;

import java.util.ArrayList;
import java.util.List;
import pl.kurenda.ledger.core.ReminderState;
import pl.kurenda.ledger.dispatch.Claimed;
import pl.kurenda.ledger.dispatch.SegmentAnswer;
import pl.kurenda.message.AlphabetPolicy;
import pl.kurenda.message.SmsText;

/** A reminder on its way through an account: its segments go one after the other, those accepted before are left out. */
final class Submission {
    private final Claimed reminder;
    private final SmsText text;
    private final List<SegmentAnswer> answers = new ArrayList<>();
    private int number;

    Submission(Claimed reminder) {
        this.reminder = reminder;
        this.text = SmsText.of(reminder.text(), AlphabetPolicy.UCS2);
        goOn();
    }

    private void goOn() {
        do {
            number++;
        } while (reminder.accepted().contains(number));
    }

    Claimed reminder() {
        return reminder;
    }

    SmsText text() {
        return text;
    }

    /** The segment whose turn it is, from 1. */
    int number() {
        return number;
    }

    List<SegmentAnswer> answers() {
        return List.copyOf(answers);
    }

    void add(SegmentAnswer answer) {
        answers.add(answer);
        goOn();
    }

    /** Whether every segment has been accepted, or the last one that was sent was not. */
    boolean ended() {
        return number > text.segments().size() || !answers.isEmpty() && last().state() != ReminderState.ENROUTE;
    }

    /** The latest answer. */
    SegmentAnswer last() {
        return answers.get(answers.size() - 1);
    }
}
