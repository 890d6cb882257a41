package pl.kurenda.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Component;
import pl.kurenda.ledger.Claimed;
import pl.kurenda.ledger.MessageReference;
import pl.kurenda.ledger.NodeLease;
import pl.kurenda.ledger.ReminderState;
import pl.kurenda.ledger.SegmentAnswer;
import pl.kurenda.ledger.SubmitReport;
import pl.kurenda.message.AlphabetPolicy;
import pl.kurenda.message.SmsText;

/** Sends one reminder, segment by segment, and says what became of it. */
@Component
class Submitter {
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(10);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);

    private final SmscLink link;
    private final SendWindows windows;
    private final NodeLease lease;
    private final SmscSettings settings;
    private final Clock clock;
    private final RateLimiter rate;

    Submitter(SmscLink link, SendWindows windows, NodeLease lease, SmscSettings settings, Clock clock) {
        this.link = link;
        this.windows = windows;
        this.lease = lease;
        this.settings = settings;
        this.clock = clock;
        this.rate = new RateLimiter(settings.rate());
    }

    /**
     * Sends the segments that have not been accepted yet, in order, and stops at the first that is not accepted now.
     *
     * @param goOn whether this daemon is still to send
     * @param brake is told of refusals that mean more than this reminder
     */
    SubmitReport submit(Claimed reminder, BooleanSupplier goOn, Brake brake) {
        SmsText text = SmsText.of(reminder.text(), AlphabetPolicy.UCS2);
        List<SegmentAnswer> answers = new ArrayList<>();
        for (int number = 1; number <= text.segments().size(); number++) {
            if (reminder.accepted().contains(number)) {
                continue;
            }
            SubmitOutcome outcome = submit(reminder, text, number, goOn);
            SegmentAnswer answer = answer(number, outcome);
            answers.add(answer);
            if (outcome instanceof SubmitOutcome.Refused refused) {
                brake.press(
                        CommandStatus.verdict(refused.commandStatus()), CommandStatus.name(refused.commandStatus()));
            }
            if (answer.state() != ReminderState.ENROUTE) {
                return report(reminder, answer, answers);
            }
        }
        return new SubmitReport(reminder.id(), reminder.fence(), ReminderState.ENROUTE, null, null, answers);
    }

    private SubmitOutcome submit(Claimed reminder, SmsText text, int number, BooleanSupplier goOn) {
        rate.acquire();
        if (!goOn.getAsBoolean() || !lease.valid()) {
            return new SubmitOutcome.NotSent("STOPPING", false);
        }
        if (!windows.isOpen(reminder.source())) {
            return new SubmitOutcome.NotSent("WINDOW_CLOSED", false);
        }
        return link.submit(new SegmentSubmit(
                reminder.sender(),
                reminder.msisdn(),
                text.shortMessage(number, MessageReference.concatenation(reminder.id())),
                text.segments().size() > 1,
                text.alphabet().dataCoding(),
                MessageReference.of(reminder.id(), number),
                windows.validity(reminder.source(), settings.validity())));
    }

    private SegmentAnswer answer(int number, SubmitOutcome outcome) {
        Instant now = clock.instant();
        if (outcome instanceof SubmitOutcome.Accepted accepted) {
            return new SegmentAnswer(number, ReminderState.ENROUTE, accepted.messageId(), 0, null, now);
        }
        if (outcome instanceof SubmitOutcome.Refused refused) {
            int status = refused.commandStatus();
            ReminderState state = CommandStatus.verdict(status) == SubmitVerdict.FOR_GOOD
                    ? ReminderState.REJECTED
                    : ReminderState.QUEUED;
            return new SegmentAnswer(number, state, null, status, CommandStatus.name(status), now);
        }
        if (outcome instanceof SubmitOutcome.NotSent notSent) {
            ReminderState state = notSent.permanent() ? ReminderState.REJECTED : ReminderState.QUEUED;
            return new SegmentAnswer(number, state, null, null, ascii(notSent.why()), now);
        }
        String why = ((SubmitOutcome.Unknown) outcome).why();
        return new SegmentAnswer(number, ReminderState.UNKNOWN, null, null, ascii(why), now);
    }

    private SubmitReport report(Claimed reminder, SegmentAnswer last, List<SegmentAnswer> answers) {
        String reason = reminder.segments() == 1
                ? last.error()
                : ascii("segment " + last.number() + "/" + reminder.segments() + " " + last.error());
        Instant notBefore = last.state() == ReminderState.QUEUED ? last.at().plus(pause(reminder, last)) : null;
        return new SubmitReport(reminder.id(), reminder.fence(), last.state(), reason, notBefore, answers);
    }

    /** Refusals are tried again after 10 s, 20 s, 40 s … up to 10 min; what never left goes as soon as it can. */
    private static Duration pause(Claimed reminder, SegmentAnswer refused) {
        if (refused.commandStatus() == null) {
            return Duration.ofSeconds(1);
        }
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(reminder.attempts(), 10));
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }

    private static String ascii(String why) {
        String plain = why.replaceAll("[^\\x20-\\x7e]", "?");
        return plain.length() <= 64 ? plain : plain.substring(0, 64);
    }
}
