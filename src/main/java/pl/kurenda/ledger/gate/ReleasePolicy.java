package pl.kurenda.ledger.gate;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;

/**
 * What a loaded file must pass before it is sent, and how it is let go.
 *
 * @param gate finds what looks wrong; anything found holds the whole file; null to let everything pass
 * @param budget what may be spent
 * @param canary what goes first
 * @param fullExport whether the file names every debt of its source, so that a debt it no longer has is paid
 * @param typical whether it is an export to learn from; a mended answer is none
 * @param wording how it is worded, and whether some of its debts are held out
 */
public record ReleasePolicy(
        Function<BatchFacts, List<Finding>> gate,
        Budget budget,
        Canary canary,
        boolean fullExport,
        boolean typical,
        Wording wording) {
    /** Nothing is asked of the file. */
    public static final ReleasePolicy NONE =
            new ReleasePolicy(null, new Budget(null, null, null), new Canary(0, Duration.ZERO, 0), false, true);

    /** Terms of a file whose wording nobody asks for. */
    public ReleasePolicy(
            Function<BatchFacts, List<Finding>> gate,
            Budget budget,
            Canary canary,
            boolean fullExport,
            boolean typical) {
        this(gate, budget, canary, fullExport, typical, new Wording(null, false));
    }

    /**
     * What the effect of a file is told by.
     *
     * @param template of its texts, up to 2000 characters, or null
     * @param holdOut whether some of its debts are not reminded of, by chance
     */
    public record Wording(String template, boolean holdOut) {}

    /**
     * PLN that the reminders of a source may cost; null for no limit.
     *
     * @param batch a file
     * @param day the files received on a day of the office
     * @param month the files received in a month of the office
     */
    public record Budget(BigDecimal batch, BigDecimal day, BigDecimal month) {

        /** Whether there is any limit. */
        boolean limited() {
            return batch != null || day != null || month != null;
        }
    }

    /**
     * So many reminders go first; the rest follows by itself if they fare well.
     *
     * @param size reminders, 0 for all at once
     * @param pause after the last of them was sent, whole minutes
     * @param failures per cent of them that may be refused or undeliverable
     */
    public record Canary(int size, Duration pause, int failures) {}
}
