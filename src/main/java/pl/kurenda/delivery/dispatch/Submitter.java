package pl.kurenda.delivery.dispatch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import pl.kurenda.delivery.account.CommandStatus;
import pl.kurenda.delivery.account.SmscAccount;
import pl.kurenda.delivery.account.StatusPolicy;
import pl.kurenda.delivery.account.SubmitVerdict;
import pl.kurenda.delivery.smsc.BindCircuitBreaker;
import pl.kurenda.delivery.smsc.SegmentSubmit;
import pl.kurenda.delivery.smsc.SmscLink;
import pl.kurenda.delivery.smsc.SubmitOutcome;
import pl.kurenda.ledger.core.ReminderState;
import pl.kurenda.ledger.dispatch.ClaimedReminder;
import pl.kurenda.ledger.dispatch.SegmentOutcome;
import pl.kurenda.ledger.dispatch.SubmitReport;
import pl.kurenda.ledger.receipt.MessageReference;
import pl.kurenda.message.SmsText;

/** Sends one reminder through one account, segment by segment, and reports the outcome. */
final class Submitter {
    private static final Duration UNSENT_PAUSE = Duration.ofSeconds(1);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(10);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);
    private static final Duration BROKEN_PAUSE = Duration.ofSeconds(30);

    /** Accepted, but without an id: recorded as accepted, and no receipt can match it by id. */
    private static final String NO_ID = "";

    private final SmscAccount account;
    private final SmscLink link;
    private final SubmitPermit submitPermit;
    private final BindCircuitBreaker bindCircuitBreaker;
    private final Clock clock;
    private final StatusPolicy policy;

    Submitter(
            SmscAccount account,
            SmscLink link,
            SubmitPermit submitPermit,
            BindCircuitBreaker bindCircuitBreaker,
            Clock clock) {
        this.account = account;
        this.link = link;
        this.submitPermit = submitPermit;
        this.bindCircuitBreaker = bindCircuitBreaker;
        this.clock = clock;
        this.policy = account.settings().statusPolicy();
    }

    /**
     * Sends the next segment. Waits for its turn in the account's rate first.
     *
     * @param goOn whether this daemon may still send
     * @param late receives a response that comes after the time-out
     */
    CompletableFuture<SubmitOutcome> send(
            ReminderInFlight reminderInFlight, BooleanSupplier goOn, Consumer<SubmitOutcome> late) {
        if (!account.takes(reminderInFlight.reminder().source())) {
            // the queue keeps them apart; if it ever fails to, nothing leaves
            return CompletableFuture.completedFuture(new SubmitOutcome.NotSent("SANDBOX_APART", false));
        }
        SubmitPermit.Leave leave = submitPermit.leave(
                reminderInFlight.reminder(), account.settings().validity(), goOn);
        return leave.refusal() == null
                ? link.submit(segment(reminderInFlight, leave.validity()), late)
                : CompletableFuture.completedFuture(leave.refusal());
    }

    private SegmentSubmit segment(ReminderInFlight reminderInFlight, Duration validity) {
        ClaimedReminder reminder = reminderInFlight.reminder();
        SmsText text = reminderInFlight.text();
        return new SegmentSubmit(
                reminder.sender(),
                reminder.msisdn(),
                text.shortMessage(reminderInFlight.number(), MessageReference.concatenation(reminder.id())),
                text.segments().size() > 1,
                text.alphabet().dataCoding(),
                MessageReference.of(reminder.id(), reminderInFlight.number()),
                validity);
    }

    /** Records the response. */
    void answered(ReminderInFlight reminderInFlight, SubmitOutcome outcome) {
        reminderInFlight.add(answer(reminderInFlight.number(), outcome));
    }

    /** The outcome of a reminder that has ended. */
    SubmitReport report(ReminderInFlight reminderInFlight) {
        ClaimedReminder reminder = reminderInFlight.reminder();
        List<SegmentOutcome> answers = reminderInFlight.answers();
        if (answers.isEmpty() || reminderInFlight.last().state() == ReminderState.ENROUTE) {
            return new SubmitReport(
                    reminder.id(), reminder.fence(), ReminderState.ENROUTE, null, null, account.name(), answers);
        }
        return report(reminder, reminderInFlight.last(), answers);
    }

    /**
     * The outcome of a response that arrives after its reminder ended as UNKNOWN. If segments of the text are still
     * unsent, the reminder stays UNKNOWN: a person sends them.
     */
    Optional<SubmitReport> late(ReminderInFlight reminderInFlight, SubmitOutcome outcome) {
        SegmentOutcome answer = answer(reminderInFlight.last().number(), outcome);
        if (answer.state() == ReminderState.UNKNOWN) {
            return Optional.empty();
        }
        List<SegmentOutcome> answers = new ArrayList<>(reminderInFlight.answers());
        answers.set(answers.size() - 1, answer);
        ClaimedReminder reminder = reminderInFlight.reminder();
        if (answer.state() != ReminderState.ENROUTE) {
            return Optional.of(report(reminder, answer, answers).asLate());
        }
        boolean whole = answer.number() == reminderInFlight.text().segments().size();
        return Optional.of(new SubmitReport(
                        reminder.id(),
                        reminder.fence(),
                        whole ? ReminderState.ENROUTE : ReminderState.UNKNOWN,
                        whole ? null : "SEGMENTS_LEFT",
                        null,
                        account.name(),
                        answers)
                .asLate());
    }

    private SegmentOutcome answer(int number, SubmitOutcome outcome) {
        Instant now = clock.instant();
        if (outcome instanceof SubmitOutcome.Accepted accepted) {
            bindCircuitBreaker.accepted();
            return new SegmentOutcome(number, ReminderState.ENROUTE, accepted.messageId(), 0, null, now);
        }
        if (outcome instanceof SubmitOutcome.Refused refused) {
            return refused(number, refused.commandStatus(), now);
        }
        if (outcome instanceof SubmitOutcome.NotSent notSent) {
            ReminderState state = notSent.permanent() ? ReminderState.REJECTED : ReminderState.QUEUED;
            return new SegmentOutcome(number, state, null, null, ascii(notSent.why()), now);
        }
        String why = ((SubmitOutcome.Unknown) outcome).why();
        return new SegmentOutcome(number, ReminderState.UNKNOWN, null, null, ascii(why), now);
    }

    private SegmentOutcome refused(int number, int status, Instant now) {
        SubmitVerdict verdict = policy.verdict(status);
        if (verdict == SubmitVerdict.FOR_GOOD
                && CommandStatus.concernsTheSender(status)
                && bindCircuitBreaker.repeated(status)) {
            verdict = SubmitVerdict.BIND_BROKEN;
        }
        bindCircuitBreaker.refused(verdict, CommandStatus.words(status));
        ReminderState state = switch (verdict) {
            case ACCEPTED -> ReminderState.ENROUTE;
            case FOR_GOOD -> ReminderState.REJECTED;
            case FOR_NOW, THROTTLED, BIND_BROKEN -> ReminderState.QUEUED;
        };
        String id = verdict == SubmitVerdict.ACCEPTED ? NO_ID : null;
        return new SegmentOutcome(number, state, id, status, CommandStatus.words(status), now);
    }

    private SubmitReport report(ClaimedReminder reminder, SegmentOutcome last, List<SegmentOutcome> answers) {
        String reason = reminder.segments() == 1
                ? last.error()
                : ascii("segment " + last.number() + "/" + reminder.segments() + " " + last.error());
        Instant notBefore = last.state() == ReminderState.QUEUED ? last.at().plus(pause(reminder, last)) : null;
        return new SubmitReport(
                reminder.id(), reminder.fence(), last.state(), reason, notBefore, account.name(), answers);
    }

    /**
     * How long to wait before the next try. Refusals wait 10 s, 20 s, 40 s … up to 10 min. What never left goes as soon
     * as it can. What a broken bind refused, or seems to refuse permanently for all reminders, waits until the bind is
     * tried again.
     */
    private Duration pause(ClaimedReminder reminder, SegmentOutcome refused) {
        if (refused.commandStatus() == null) {
            return UNSENT_PAUSE;
        }
        SubmitVerdict verdict = policy.verdict(refused.commandStatus());
        if (verdict == SubmitVerdict.BIND_BROKEN || verdict == SubmitVerdict.FOR_GOOD) {
            return BROKEN_PAUSE;
        }
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(reminder.attempts(), 10));
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }

    private static String ascii(String why) {
        String plain = why.replaceAll("[^\\x20-\\x7e]", "?");
        return plain.length() <= 64 ? plain : plain.substring(0, 64);
    }
}
