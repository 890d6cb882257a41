package pl.kurenda.ledger.gate;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;

/**
 * Defines what a loaded file must pass before it is sent, and how it is released.
 *
 * @param gate returns what looks wrong; any finding holds the whole file; null lets everything pass
 * @param budget spending limits
 * @param canary which reminders go first
 * @param fullExport whether the file lists every debt of its source, so that a missing debt counts as paid
 * @param typical whether later files are compared with this export; a corrected reply file is not used for this
 * @param wording template of its texts, and whether some of its debts are held out
 */
public record ReleasePolicy(
        Function<BatchFacts, List<Finding>> gate,
        Budget budget,
        Canary canary,
        boolean fullExport,
        boolean typical,
        Wording wording) {
    /** No checks, no limits and no canary. */
    public static final ReleasePolicy NONE =
            new ReleasePolicy(null, new Budget(null, null, null), new Canary(0, Duration.ZERO, 0), false, true);

    /** Makes the policy of a file whose wording is not recorded. */
    public ReleasePolicy(
            Function<BatchFacts, List<Finding>> gate,
            Budget budget,
            Canary canary,
            boolean fullExport,
            boolean typical) {
        this(gate, budget, canary, fullExport, typical, new Wording(null, false));
    }

    /**
     * Data for measuring the effect of a file.
     *
     * @param template of its texts, up to 2000 characters, or null
     * @param holdOut whether randomly chosen debts get no reminder
     */
    public record Wording(String template, boolean holdOut) {}

    /**
     * Maximum cost of the reminders of a source, in PLN; null for no limit.
     *
     * @param batch for one file
     * @param day for the files received on one day of the office
     * @param month for the files received in one month of the office
     */
    public record Budget(BigDecimal batch, BigDecimal day, BigDecimal month) {

        /** Whether there is any limit. */
        boolean limited() {
            return batch != null || day != null || month != null;
        }
    }

    /**
     * The reminders that go first. The rest follows automatically if not too many of them fail.
     *
     * @param size number of reminders, 0 to send all at once
     * @param pause time after the last of them was sent, whole minutes
     * @param failures maximum percentage of them that may be refused or undeliverable
     */
    public record Canary(int size, Duration pause, int failures) {}
}
