package pl.kurenda.intake.source;

import java.math.BigDecimal;

/**
 * Defines when a file looks wrong. Rules that compare apply from {@code minRows} rows on; limits apply to every file.
 *
 * @param enabled whether the gate is on
 * @param minRows rows that a file needs to be compared, 1 or more
 * @param maxRows most rows of a file
 * @param maxTotal most grosze of all amounts together
 * @param maxAmount most grosze of one row
 * @param maxRejected per cent of the rows, 0 to 100
 * @param maxPerPhone most rows with one phone number, 1 or more
 * @param maxShifted per cent of the rows whose amount is part of their own account or phone number, 0 to 100
 * @param equalAmounts whether all rows may have the same amount
 * @param maxFactor how many times more or fewer rows or PLN than usual a file may have, 1 or more
 * @param maxMissing per cent of the waiting reminders that a full export may report as paid, 0 to 100
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
