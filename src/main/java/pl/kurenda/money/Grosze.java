package pl.kurenda.money;

import java.math.BigDecimal;

/** Sums of money kept as grosze (1/100 PLN), which may be nothing or negative, and how they are written. */
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
