package pl.kurenda.intake.submission;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import pl.kurenda.intake.format.Detection;
import pl.kurenda.intake.format.FormatDetector;
import pl.kurenda.intake.format.Refusal;
import pl.kurenda.intake.source.Source;
import pl.kurenda.intake.source.Sources;
import pl.kurenda.ledger.vendor.ApiGrant;
import pl.kurenda.ledger.vendor.Submission;
import pl.kurenda.ledger.vendor.Submissions;

/**
 * Takes submissions from the API and hands them to intake as files. First the file is stored durably under a hidden
 * name. Then the submission is booked. Then the file gets the name under which intake takes it. A crash after the first
 * step leaves a file that was never promised to a vendor. A crash after the second leaves a promise that {@link #sweep}
 * keeps.
 */
@Service("submissionDesk")
public class SubmissionDesk {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration ORPHANED = Duration.ofDays(1);
    private static final Logger LOG = LoggerFactory.getLogger(SubmissionDesk.class);

    private final Sources sources;
    private final Submissions submissions;
    private final Clock clock;

    SubmissionDesk(Sources sources, Submissions submissions, Clock clock) {
        this.sources = sources;
        this.submissions = submissions;
        this.clock = clock;
    }

    /** Whether the settings have this source. */
    public boolean knows(String source) {
        return sources.submitted().stream().anyMatch(one -> one.name().equals(source));
    }

    /**
     * Inspects the body as intake will, books it, and drops it.
     *
     * @param caller owner of the token in the request
     * @param key the key from the vendor, or null to use the content as key
     */
    public SubmissionResult submit(IncomingBody body, ApiGrant caller, String key) throws IOException {
        Source source = sources.of(body.source(), body.fileName()).orElseThrow();
        Detection detection = new FormatDetector(source).detect(body.path());
        if (detection instanceof Detection.Unreadable unreadable) {
            Files.deleteIfExists(body.path());
            return new SubmissionResult.Unreadable(unreadable.refusal());
        }
        if (!(detection instanceof Detection.Readable readable)) {
            throw new IOException("a body was changed while it was looked at");
        }
        Submission fresh = new Submission(
                body.id(),
                caller.tokenId(),
                caller.vendor(),
                body.source(),
                key == null ? "c:" + body.bodySha256() : "k:" + key,
                body.bodySha256(),
                body.fileName(),
                readable.file().sha256(),
                body.rows(),
                clock.instant(),
                false,
                null);
        Submission standing = submissions.register(fresh);
        boolean again = !standing.id().equals(body.id());
        if (again) {
            Files.deleteIfExists(body.path());
        }
        if (!standing.bodySha256().equals(body.bodySha256())) {
            return new SubmissionResult.OtherBody(standing);
        }
        if (!standing.dropped()) {
            drop(standing);
        }
        return new SubmissionResult.Accepted(standing, again);
    }

    /** Drops the submissions that were booked before a crash, and deletes files that were never booked. */
    public void sweep() {
        submissions.undropped(clock.instant().minus(PATIENCE)).forEach(this::drop);
        sources.submitted().stream().flatMap(one -> one.folders().stream()).forEach(this::clear);
    }

    /** Drops the file of a submission. If another machine has the file, that machine drops it. */
    private void drop(Submission submission) {
        Optional<Source> source = sources.of(submission.source(), submission.fileName());
        if (source.isEmpty()) {
            // the settings no longer have this source
            return;
        }
        Path folder = source.get().folders().in();
        try {
            Path target = folder.resolve(submission.fileName());
            Path hidden = BodyFiles.hidden(target);
            if (Files.exists(hidden)) {
                Files.move(hidden, target, StandardCopyOption.ATOMIC_MOVE);
                BodyFiles.force(folder);
                submissions.dropped(submission.id());
            } else if (Files.exists(target) || submissions.batch(submission).isPresent()) {
                submissions.dropped(submission.id());
            }
        } catch (NoSuchFileException e) {
            // another request with the same content has just dropped it
            LOG.debug("submission {} is dropped twice at once", submission.id());
        } catch (IOException e) {
            LOG.error("submission {} is booked and waits: {}", submission.id(), e.toString());
        }
    }

    private void clear(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> old = files.filter(BodyFiles::isHidden)
                    .filter(file -> age(file).compareTo(ORPHANED) > 0)
                    .filter(file -> submissions.find(BodyFiles.id(file)).isEmpty())
                    .toList();
            for (Path file : old) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            LOG.warn("{}: cannot be tidied: {}", folder, e.toString());
        }
    }

    private Duration age(Path file) {
        try {
            return Duration.between(Files.getLastModifiedTime(file).toInstant(), clock.instant());
        } catch (IOException e) {
            // the file has just been renamed
            return Duration.ZERO;
        }
    }

    /**
     * Returns why intake could not read the file after all. Returns nothing if intake could read it or has not tried
     * yet.
     */
    public Optional<SubmissionResult.Unreadable> failure(Submission submission) {
        return Optional.ofNullable(submission.failure())
                .map(failure -> new Refusal(Refusal.Kind.valueOf(failure.code()), failure.detail()))
                .map(SubmissionResult.Unreadable::new);
    }
}
