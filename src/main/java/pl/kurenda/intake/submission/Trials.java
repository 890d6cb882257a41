package pl.kurenda.intake.submission;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import pl.kurenda.intake.check.DryRun;
import pl.kurenda.intake.check.DryTally;
import pl.kurenda.intake.format.Detection;
import pl.kurenda.intake.source.Source;
import pl.kurenda.intake.source.Sources;
import pl.kurenda.ledger.batch.RejectedLine;

/** Runs bodies through the dry run of intake and deletes them. */
@Component
public class Trials {
    private static final int SHOWN = 10;

    private final Sources sources;
    private final DryRun dryRun;

    Trials(Sources sources, DryRun dryRun) {
        this.sources = sources;
        this.dryRun = dryRun;
    }

    /**
     * Processes the body as intake would.
     *
     * @param body that is deleted afterwards
     * @param unreadable receives the reason if the body cannot be read; there is no trial then
     */
    public Optional<Trial> run(IncomingBody body, java.util.function.Consumer<SubmissionResult.Unreadable> unreadable)
            throws IOException {
        try {
            Source source = sources.of(body.source(), body.fileName()).orElseThrow();
            DryRun.Verdict verdict = dryRun.run(source, body.path(), SHOWN);
            if (verdict.detection() instanceof Detection.Unreadable refused) {
                unreadable.accept(new SubmissionResult.Unreadable(refused.refusal()));
            }
            return Optional.ofNullable(verdict.tally()).map(tally -> trial(verdict, tally));
        } finally {
            Files.deleteIfExists(body.path());
        }
    }

    private static Trial trial(DryRun.Verdict verdict, DryTally tally) {
        Map<String, Integer> reasons = new TreeMap<>();
        Stream.of(tally.rejections(), tally.others())
                .forEach(groups -> groups.forEach((reason, group) -> reasons.put(reason, group.count()[0])));
        List<RejectedLine> errors = tally.rejections().entrySet().stream()
                .flatMap(reason -> reason.getValue().places().stream()
                        .map(place -> new RejectedLine(place.line(), reason.getKey(), place.column(), place.value())))
                .sorted(Comparator.comparingInt(RejectedLine::line))
                .toList();
        return new Trial(
                tally.facts().rows(),
                tally.rejected(),
                tally.sent(),
                tally.amountSent(),
                tally.segments(),
                tally.cost(),
                reasons,
                verdict.findings(),
                tally.first().stream()
                        .map(row -> new Trial.Message(row.line(), row.phone().digits(), row.text(), row.segments()))
                        .toList(),
                errors);
    }
}
