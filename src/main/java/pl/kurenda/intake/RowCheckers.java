package pl.kurenda.intake;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import pl.kurenda.ledger.Openings;
import pl.kurenda.ledger.OptOuts;
import pl.kurenda.message.PriceSettings;

/** Makes a checker for each file, and asks it. */
@Component
class RowCheckers {
    private final Duration expireAfter;
    private final Openings openings;
    private final PriceSettings price;
    private final Clock clock;
    private final Enrichments enrichments;
    private final SourceTerms terms;

    /**
     * Checks the prices, too.
     *
     * @param openings none where nothing is sent, as when an export is tried out
     * @throws IllegalArgumentException if a price is set for a source that there is not
     */
    RowCheckers(
            IntakeSettings settings,
            PriceSettings price,
            Clock clock,
            Enrichments enrichments,
            SourceTerms terms,
            ObjectProvider<Openings> openings) {
        this.terms = terms;
        this.enrichments = enrichments;
        this.expireAfter = settings.expireAfter();
        this.openings = openings.getIfAvailable(() -> (source, from) -> from);
        this.price = price;
        this.clock = clock;
        price.sources().keySet().stream()
                .filter(name -> !settings.sources().containsKey(name) && !name.equals(OptOuts.SOURCE))
                .findFirst()
                .ifPresent(name -> {
                    throw new IllegalArgumentException("kurenda.price.sources has prices for '" + name + "'; allowed: "
                            + String.join(", ", new TreeSet<>(settings.sources().keySet())) + " and "
                            + OptOuts.SOURCE);
                });
    }

    RowChecker of(Source source, Layout layout) {
        return new RowChecker(
                source, layout, price, clock, expiry(expireAfter, openings, clock.instant(), source.name()));
    }

    /**
     * How long reminders of a source are worth sending from now on. The time counts from the next opening of the send window:
     * over Christmas the window is closed for longer than reminders are valid.
     */
    static Duration expiry(Duration expireAfter, Openings openings, Instant now, String source) {
        return Duration.between(now, openings.next(source, now)).plus(expireAfter);
    }

    /** How a file is written whose rows are in the ledger already: it is read once more, and nothing comes of its rows. */
    Detected detected(Source source, Path file, Layout layout) throws IOException {
        RowChecker checker = of(source, layout);
        FileRows.each(file, layout, rows -> rows.forEach(checker::check));
        return checker.observations().detected();
    }

    /** The verdicts on a block of rows, enriched before they are judged. */
    List<RowResult> check(Source source, Layout layout, RowChecker checker, List<Row> rows) {
        HoldOut holdOut = terms.holdOut(source);
        return enrichments.enrich(source, layout, rows).stream()
                .map(checker::check)
                .map(result -> result.heldOutBy(holdOut))
                .toList();
    }
}
