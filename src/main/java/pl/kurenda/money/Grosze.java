package pl.kurenda.money;

import java.math.BigDecimal;

/** Formats sums of money in grosze (1/100 PLN), which may be zero or negative. */
public final class Grosze {
    private Grosze() {}

    /** For machines: {@code 1234.56}. */
    public static String plain(long grosze) {
        return BigDecimal.valueOf(grosze, 2).toPlainString();
    }

    /** For people: {@code 1234,56}. */
    public static String polish(long grosze) {
        return plain(grosze).replace('.', ',');
    }
}
