package pl.kurenda.intake.source;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Locale;
import org.springframework.boot.context.properties.bind.Binder;
import pl.kurenda.ledger.gate.ReleasePolicy;

/**
 * Reads gate, budget and canary of a source. If a setting is wrong, the error message names the key and what is
 * allowed.
 */
final class ReleasePolicyReader {
    private static final String NONE = "none";
    private static final int PER_CENT = 100;
    private static final int MOST_HELD_OUT = 90;
    private static final int MOST = 10_000_000;
    private static final int DAY_IN_MINUTES = 1440;

    private final Binder binder;
    private final String source;

    ReleasePolicyReader(Binder binder, String source) {
        this.binder = binder;
        this.source = source;
    }

    Read read() {
        return new Read(
                gate(),
                budget(),
                canary(),
                yes("full-export", false),
                new HoldOut(count("hold-out", 0, 0, MOST_HELD_OUT)));
    }

    private GateSettings gate() {
        GateSettings standard = GateSettings.DEFAULT;
        return new GateSettings(
                yes("gate.enabled", standard.enabled()),
                count("gate.min-rows", standard.minRows(), 1, MOST),
                isNone("gate.max-rows") ? Long.MAX_VALUE : count("gate.max-rows", 0, 1, Integer.MAX_VALUE),
                grosze("gate.max-total"),
                grosze("gate.max-amount"),
                count("gate.max-rejected", standard.maxRejected(), 0, PER_CENT),
                count("gate.max-per-phone", standard.maxPerPhone(), 1, MOST),
                count("gate.max-shifted", standard.maxShifted(), 0, PER_CENT),
                equalAmounts(),
                factor(standard.maxFactor()),
                count("gate.max-missing", standard.maxMissing(), 0, PER_CENT));
    }

    private ReleasePolicy.Budget budget() {
        BigDecimal batch = pln("budget.batch");
        BigDecimal plain = pln("budget");
        if (batch != null && plain != null) {
            throw wrong("budget", value("budget"), "nothing beside budget.batch, which means the same");
        }
        return new ReleasePolicy.Budget(batch == null ? plain : batch, pln("budget.day"), pln("budget.month"));
    }

    private ReleasePolicy.Canary canary() {
        return new ReleasePolicy.Canary(
                count("canary.size", 0, 0, MOST),
                Duration.ofMinutes(count("canary.wait", 30, 1, DAY_IN_MINUTES)),
                count("canary.max-failures", 20, 0, PER_CENT));
    }

    private boolean equalAmounts() {
        return switch (value("gate.equal-amounts").toLowerCase(Locale.ROOT)) {
            case "", "hold" -> false;
            case "pass" -> true;
            default -> throw wrong("gate.equal-amounts", value("gate.equal-amounts"), "hold or pass");
        };
    }

    private BigDecimal factor(BigDecimal standard) {
        String value = value("gate.max-factor");
        BigDecimal factor = value.isEmpty() ? standard : number(value);
        if (factor == null || factor.compareTo(BigDecimal.ONE) < 0 || factor.compareTo(BigDecimal.valueOf(1000)) > 0) {
            throw wrong("gate.max-factor", value, "a number from 1 to 1000, such as 2 or 1.5");
        }
        return factor;
    }

    private int count(String key, int standard, int least, int most) {
        String value = value(key);
        if (value.isEmpty()) {
            return standard;
        }
        BigDecimal number = value.matches("\\d{1,10}") ? number(value) : null;
        if (number == null
                || number.compareTo(BigDecimal.valueOf(least)) < 0
                || number.compareTo(BigDecimal.valueOf(most)) > 0) {
            throw wrong(key, value, "a whole number from " + least + " to " + most);
        }
        return number.intValue();
    }

    private long grosze(String key) {
        BigDecimal pln = pln(key);
        return pln == null ? Long.MAX_VALUE : pln.movePointRight(2).longValueExact();
    }

    /** Returns null if there is no limit. */
    private BigDecimal pln(String key) {
        if (isNone(key)) {
            return null;
        }
        BigDecimal pln = number(value(key).replace(',', '.'));
        if (pln == null || pln.signum() < 0 || pln.stripTrailingZeros().scale() > 2 || pln.precision() > 14) {
            throw wrong(key, value(key), "PLN, 0 or more, with at most two decimals, such as 250.00, or none");
        }
        return pln;
    }

    private static BigDecimal number(String value) {
        return value.matches("\\d{1,12}(\\.\\d{1,4})?") ? new BigDecimal(value) : null;
    }

    private boolean isNone(String key) {
        return value(key).isEmpty() || value(key).equalsIgnoreCase(NONE);
    }

    private boolean yes(String key, boolean standard) {
        return switch (value(key).toLowerCase(Locale.ROOT)) {
            case "" -> standard;
            case "true" -> true;
            case "false" -> false;
            default -> throw wrong(key, value(key), "true or false");
        };
    }

    private String value(String key) {
        return binder.bind("kurenda.sources." + source + "." + key, String.class)
                .orElse("")
                .strip();
    }

    private IllegalArgumentException wrong(String key, String value, String allowed) {
        return new IllegalArgumentException(
                "kurenda.sources." + source + "." + key + " is " + value + "; allowed: " + allowed);
    }

    /** The settings of a source. */
    record Read(
            GateSettings gate,
            ReleasePolicy.Budget budget,
            ReleasePolicy.Canary canary,
            boolean fullExport,
            HoldOut holdOut) {}
}
