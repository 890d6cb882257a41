package pl.kurenda.intake.source;

import java.math.BigDecimal;

/**
 * When a file looks wrong. Rules that compare apply from a number of rows on; limits apply to every file.
 *
 * @param enabled whether anything is looked at
 * @param minRows from so many rows on a file tells enough to be compared, 1 or more
 * @param maxRows that a file may have
 * @param maxTotal grosze that all its amounts may add up to
 * @param maxAmount grosze that a row may ask for
 * @param maxRejected per cent of the rows, 0 to 100
 * @param maxPerPhone rows with one phone number, 1 or more
 * @param maxShifted per cent of the rows whose amount stands in their own account or phone number, 0 to 100
 * @param equalAmounts whether all rows may ask for one amount
 * @param maxFactor how many times more, or fewer, rows or PLN than usual a file may have, 1 or more
 * @param maxMissing per cent of the waiting reminders that a full export may call paid, 0 to 100
 */
record GateSettings(
        boolean enabled,
        int minRows,
        long maxRows,
        long maxTotal,
        long maxAmount,
        int maxRejected,
        int maxPerPhone,
        int maxShifted,
        boolean equalAmounts,
        BigDecimal maxFactor,
        int maxMissing) {
    static final GateSettings DEFAULT = new GateSettings(
            true, 50, Long.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE, 20, 20, 10, false, BigDecimal.valueOf(2), 50);
}
