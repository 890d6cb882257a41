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
import pl.kurenda.delivery.smsc.Brake;
import pl.kurenda.delivery.smsc.SegmentSubmit;
import pl.kurenda.delivery.smsc.SmscLink;
import pl.kurenda.delivery.smsc.SubmitOutcome;
import pl.kurenda.ledger.core.ReminderState;
import pl.kurenda.ledger.dispatch.Claimed;
import pl.kurenda.ledger.dispatch.SegmentAnswer;
import pl.kurenda.ledger.dispatch.SubmitReport;
import pl.kurenda.ledger.receipt.MessageReference;
import pl.kurenda.message.SmsText;

/** Sends one reminder through one account, segment by segment, and says what became of it. */
final class Submitter {
    private static final Duration UNSENT_PAUSE = Duration.ofSeconds(1);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(10);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);
    private static final Duration BROKEN_PAUSE = Duration.ofSeconds(30);

    /** Taken, but without an id: known as accepted, and matched to no receipt by its id. */
    private static final String NO_ID = "";

    private final SmscAccount account;
    private final SmscLink link;
    private final Departures departures;
    private final Brake brake;
    private final Clock clock;
    private final StatusPolicy policy;

    Submitter(SmscAccount account, SmscLink link, Departures departures, Brake brake, Clock clock) {
        this.account = account;
        this.link = link;
        this.departures = departures;
        this.brake = brake;
        this.clock = clock;
        this.policy = account.settings().statusPolicy();
    }

    /**
     * Sends the segment whose turn it is; waits for the turn of the account's rate first.
     *
     * @param goOn whether this daemon is still to send
     * @param late told of an answer that comes after the time-out
     */
    CompletableFuture<SubmitOutcome> send(Submission submission, BooleanSupplier goOn, Consumer<SubmitOutcome> late) {
        if (!account.takes(submission.reminder().source())) {
            // the queue keeps them apart; should it ever not, nothing leaves
            return CompletableFuture.completedFuture(new SubmitOutcome.NotSent("SANDBOX_APART", false));
        }
        Departures.Leave leave =
                departures.leave(submission.reminder(), account.settings().validity(), goOn);
        return leave.refusal() == null
                ? link.submit(segment(submission, leave.validity()), late)
                : CompletableFuture.completedFuture(leave.refusal());
    }

    private SegmentSubmit segment(Submission submission, Duration validity) {
        Claimed reminder = submission.reminder();
        SmsText text = submission.text();
        return new SegmentSubmit(
                reminder.sender(),
                reminder.msisdn(),
                text.shortMessage(submission.number(), MessageReference.concatenation(reminder.id())),
                text.segments().size() > 1,
                text.alphabet().dataCoding(),
                MessageReference.of(reminder.id(), submission.number()),
                validity);
    }

    /** Takes the answer down. */
    void answered(Submission submission, SubmitOutcome outcome) {
        submission.add(answer(submission.number(), outcome));
    }

    /** What became of a reminder that has ended. */
    SubmitReport report(Submission submission) {
        Claimed reminder = submission.reminder();
        List<SegmentAnswer> answers = submission.answers();
        if (answers.isEmpty() || submission.last().state() == ReminderState.ENROUTE) {
            return new SubmitReport(
                    reminder.id(), reminder.fence(), ReminderState.ENROUTE, null, null, account.name(), answers);
        }
        return report(reminder, submission.last(), answers);
    }

    /**
     * What an answer says that came after the reminder had ended UNKNOWN for want of it. Of a text whose further segments have
     * not been sent it tells no end: a person sends these.
     */
    Optional<SubmitReport> late(Submission submission, SubmitOutcome outcome) {
        SegmentAnswer answer = answer(submission.last().number(), outcome);
        if (answer.state() == ReminderState.UNKNOWN) {
            return Optional.empty();
        }
        List<SegmentAnswer> answers = new ArrayList<>(submission.answers());
        answers.set(answers.size() - 1, answer);
        Claimed reminder = submission.reminder();
        if (answer.state() != ReminderState.ENROUTE) {
            return Optional.of(report(reminder, answer, answers).asLate());
        }
        boolean whole = answer.number() == submission.text().segments().size();
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

    private SegmentAnswer answer(int number, SubmitOutcome outcome) {
        Instant now = clock.instant();
        if (outcome instanceof SubmitOutcome.Accepted accepted) {
            brake.accepted();
            return new SegmentAnswer(number, ReminderState.ENROUTE, accepted.messageId(), 0, null, now);
        }
        if (outcome instanceof SubmitOutcome.Refused refused) {
            return refused(number, refused.commandStatus(), now);
        }
        if (outcome instanceof SubmitOutcome.NotSent notSent) {
            ReminderState state = notSent.permanent() ? ReminderState.REJECTED : ReminderState.QUEUED;
            return new SegmentAnswer(number, state, null, null, ascii(notSent.why()), now);
        }
        String why = ((SubmitOutcome.Unknown) outcome).why();
        return new SegmentAnswer(number, ReminderState.UNKNOWN, null, null, ascii(why), now);
    }

    private SegmentAnswer refused(int number, int status, Instant now) {
        SubmitVerdict verdict = policy.verdict(status);
        if (verdict == SubmitVerdict.FOR_GOOD && CommandStatus.concernsTheSender(status) && brake.repeated(status)) {
            verdict = SubmitVerdict.BIND_BROKEN;
        }
        brake.refused(verdict, CommandStatus.words(status));
        ReminderState state = switch (verdict) {
            case ACCEPTED -> ReminderState.ENROUTE;
            case FOR_GOOD -> ReminderState.REJECTED;
            case FOR_NOW, THROTTLED, BIND_BROKEN -> ReminderState.QUEUED;
        };
        String id = verdict == SubmitVerdict.ACCEPTED ? NO_ID : null;
        return new SegmentAnswer(number, state, id, status, CommandStatus.words(status), now);
    }

    private SubmitReport report(Claimed reminder, SegmentAnswer last, List<SegmentAnswer> answers) {
        String reason = reminder.segments() == 1
                ? last.error()
                : ascii("segment " + last.number() + "/" + reminder.segments() + " " + last.error());
        Instant notBefore = last.state() == ReminderState.QUEUED ? last.at().plus(pause(reminder, last)) : null;
        return new SubmitReport(
                reminder.id(), reminder.fence(), last.state(), reason, notBefore, account.name(), answers);
    }

    /**
     * Refusals are tried again after 10 s, 20 s, 40 s … up to 10 min; what never left goes as soon as it can, and what a
     * broken bind refused, or seems to refuse for good for everybody, when that is tried again.
     */
    private Duration pause(Claimed reminder, SegmentAnswer refused) {
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
