package pl.kurenda.intake.row;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.TreeSet;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import pl.kurenda.intake.answer.Detected;
import pl.kurenda.intake.format.Layout;
import pl.kurenda.intake.source.IntakeSettings;
import pl.kurenda.intake.source.ReleasePolicies;
import pl.kurenda.intake.source.Source;
import pl.kurenda.ledger.batch.SendTimes;
import pl.kurenda.ledger.optout.OptOuts;
import pl.kurenda.message.PriceSettings;

/**
 * Runs the steps for each block of rows before it is stored. The route {@code load} calls them one by one; a dry run
 * calls {@link #all}.
 */
@Component("rowSteps")
public class RowSteps {
    private final Duration expireAfter;
    private final SendTimes sendTimes;
    private final PriceSettings price;
    private final Clock clock;
    private final Enrichments enrichments;
    private final ReleasePolicies terms;

    /**
     * Also checks the prices.
     *
     * @param sendTimes has no bean if nothing is sent, as in a dry run
     * @throws IllegalArgumentException if a price is set for a source that does not exist
     */
    RowSteps(
            IntakeSettings settings,
            PriceSettings price,
            Clock clock,
            Enrichments enrichments,
            ReleasePolicies terms,
            ObjectProvider<SendTimes> sendTimes) {
        this.terms = terms;
        this.enrichments = enrichments;
        this.expireAfter = settings.expireAfter();
        this.sendTimes = sendTimes.getIfAvailable(() -> (source, from) -> from);
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

    /** The rules for the rows of one file. */
    public RowRules of(Source source, Layout layout) {
        return new RowRules(
                source,
                layout,
                new RowValidator(layout, clock),
                new MessageRenderer(
                        source,
                        price,
                        clock,
                        expiry(expireAfter, sendTimes, clock.instant(), source.name()),
                        terms.holdOut(source)));
    }

    /**
     * Returns how long from now the reminders of a source are worth sending. The time counts from the next opening of
     * the send window: over Christmas the window is closed for longer than reminders are valid.
     */
    static Duration expiry(Duration expireAfter, SendTimes sendTimes, Instant now, String source) {
        return Duration.between(now, sendTimes.next(source, now)).plus(expireAfter);
    }

    /**
     * Detects how a file is written if its rows are already in the ledger. The file is read once more and no row is
     * stored.
     */
    public Detected detected(Source source, Path file, Layout layout) throws IOException {
        RowRules rules = of(source, layout);
        FileRows.each(file, layout, rows -> rows.forEach(rules.validator()::check));
        return rules.observations().detected();
    }

    /** Fills in missing values with the steps configured for the source: account, phone. */
    public void enrich(RowBlock block) {
        enrichments.enrich(block);
    }

    /** Checks each row: readable, phone, amount, due date, account. A row that fails is rejected with a reason. */
    public void check(RowBlock block) {
        block.check();
    }

    /**
     * Renders the message of each row that passed: text, alphabet, segments, cost. A row whose text is too long is
     * rejected.
     */
    public void render(RowBlock block) {
        block.render();
    }

    /** Enriches, checks and renders. */
    public void all(RowBlock block) {
        enrich(block);
        check(block);
        render(block);
    }
}
