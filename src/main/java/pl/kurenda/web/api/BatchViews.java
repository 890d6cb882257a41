package pl.kurenda.web.api;

import java.math.RoundingMode;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import pl.kurenda.intake.answer.RejectionWords;
import pl.kurenda.intake.submission.SubmissionDesk;
import pl.kurenda.intake.submission.SubmissionResult;
import pl.kurenda.ledger.batch.BatchTotals;
import pl.kurenda.ledger.batch.RejectedLine;
import pl.kurenda.ledger.core.SandboxSource;
import pl.kurenda.ledger.read.FileArchive;
import pl.kurenda.ledger.read.FileHistory;
import pl.kurenda.ledger.vendor.Submission;
import pl.kurenda.ledger.vendor.Submissions;
import pl.kurenda.money.Grosze;

/** Makes the view of a batch from the ledger. */
@Component
class BatchViews {
    /** Number of rejected rows shown with a batch, and on one page of them. */
    static final int ERRORS = 100;

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx");

    private final Submissions submissions;
    private final SubmissionDesk desk;
    private final FileArchive archive;
    private final Clock clock;

    BatchViews(Submissions submissions, SubmissionDesk desk, FileArchive archive, Clock clock) {
        this.submissions = submissions;
        this.desk = desk;
        this.archive = archive;
        this.clock = clock;
    }

    BatchView of(Submission submission) {
        Optional<Submissions.BatchOf> batch = submissions.batch(submission);
        if (batch.isEmpty()) {
            return desk.failure(submission)
                    .map(failure -> failed(submission, failure))
                    .orElseGet(() -> bare(submission, "RECEIVED", null));
        }
        if (batch.get().loading()) {
            return bare(submission, "LOADING", null);
        }
        Optional<FileHistory> story = archive.story(batch.get().batchId());
        if (story.isEmpty()) {
            // abandoned a moment ago and about to be read again
            return bare(submission, "RECEIVED", null);
        }
        return batch.get().own()
                ? full(submission, story.get())
                : bare(submission, "REPEATED", story.get().totals().file().fileName());
    }

    private BatchView failed(Submission submission, SubmissionResult.Unreadable failure) {
        ApiError error = new ApiError(null, null, null, failure.code(), failure.words(ApiTexts.locale()));
        return bare(submission, "FAILED", null, List.of(error));
    }

    private BatchView bare(Submission submission, String state, String file) {
        return bare(submission, state, file, null);
    }

    private BatchView bare(Submission submission, String state, String file, List<ApiError> errors) {
        return new BatchView(
                submission.id(),
                SandboxSource.settingsName(submission.source()),
                SandboxSource.is(submission.source()),
                state,
                time(submission.receivedAt(), clock.getZone()),
                file,
                null,
                null,
                null,
                errors,
                null);
    }

    private BatchView full(Submission submission, FileHistory story) {
        BatchTotals totals = story.totals();
        Map<String, Long> states = new TreeMap<>();
        story.states().forEach((state, count) -> states.put(state.name(), count));
        boolean open = story.states().keySet().stream().anyMatch(state -> !state.isFinal());
        String state = story.entry().state().equals("HELD") ? "HELD" : open ? "LOADED" : "DONE";
        List<ApiError> errors = errors(submission, totals.batchId(), 0);
        return new BatchView(
                submission.id(),
                SandboxSource.settingsName(submission.source()),
                SandboxSource.is(submission.source()),
                state,
                time(submission.receivedAt(), clock.getZone()),
                null,
                figures(totals),
                states,
                totals.findings().stream()
                        .map(finding -> finding.text(ApiTexts.locale()))
                        .toList(),
                errors,
                totals.rejected() > errors.size()
                        ? errors.get(errors.size() - 1).line()
                        : null);
    }

    private static BatchView.Figures figures(BatchTotals totals) {
        return new BatchView.Figures(
                totals.rows(),
                totals.rejected(),
                totals.suppressed(),
                totals.held(),
                totals.queued(),
                Grosze.plain(totals.amountTotal()),
                Grosze.plain(totals.amountQueued()),
                totals.segments(),
                totals.cost().setScale(2, RoundingMode.HALF_UP).toPlainString(),
                new TreeMap<>(totals.reasons()));
    }

    /** Returns a page of the rejected rows, by line. */
    List<ApiError> errors(Submission submission, long batchId, int after) {
        RejectionWords words = new RejectionWords(ApiTexts.locale());
        return archive.rejected(batchId, after, ERRORS).stream()
                .map(row -> error(submission.rows() != null, row, words))
                .toList();
    }

    /** Makes the error of a rejected row. In a JSON body each reminder counts as one line, the first one as line 2. */
    static ApiError error(boolean json, RejectedLine row, RejectionWords words) {
        String field = row.column() == null ? "" : "/" + row.column();
        return new ApiError(
                json ? "/reminders/" + (row.line() - 2) + field : null,
                row.line(),
                row.column(),
                row.reason(),
                words.explain(row));
    }

    /** Formats a time with the office's offset, to the second. */
    static String time(Instant instant, ZoneId zone) {
        return instant == null ? null : TIME.withZone(zone).format(instant);
    }
}
