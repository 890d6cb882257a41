package pl.kurenda.web.support;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Formats numbers, money and times in the Polish style, whatever the language of the page. */
public final class PolishFormat {
    private static final char NO_BREAK_SPACE = '\u00a0';
    private static final char MINUS = '\u2212';
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("dd.MM.yyyy HH:mm");

    private final ZoneId zone;

    /** @param zone the office's time zone */
    public PolishFormat(ZoneId zone) {
        this.zone = zone;
    }

    /** {@code 12 345}. */
    public String count(long count) {
        return decimal("#,##0").format(count);
    }

    /** {@code 12 345,60 zł}. */
    public String money(long grosze) {
        return decimal("#,##0.00").format(BigDecimal.valueOf(grosze, 2)) + NO_BREAK_SPACE + "zł";
    }

    /** {@code 0,0700 zł}. */
    public String price(BigDecimal pln) {
        return decimal("#,##0.0000").format(pln) + NO_BREAK_SPACE + "zł";
    }

    /** {@code 12,35 zł} for a cost, which is stored with more decimals. */
    public String pln(BigDecimal pln) {
        return decimal("#,##0.00").format(pln.setScale(2, RoundingMode.HALF_UP)) + NO_BREAK_SPACE + "zł";
    }

    /** {@code 24.11.2026}. */
    public String day(LocalDate day) {
        return DAY.format(day);
    }

    /** {@code listopad 2026}, or the same in the reader's language. */
    String month(YearMonth month, Locale language) {
        return DateTimeFormatter.ofPattern("LLLL uuuu", language).format(month);
    }

    /** {@code 33,33}; a negative number of points is {@code −2,5}. */
    public String decimal(BigDecimal number) {
        String plain = decimal("0.##").format(number.abs());
        return number.signum() < 0 && !plain.equals("0") ? MINUS + plain : plain;
    }

    /** {@code 24.11.2026 09:05}, office time. */
    public String time(Instant time) {
        return TIME.format(time.atZone(zone));
    }

    // a new instance each time, because DecimalFormat is not thread-safe
    private static DecimalFormat decimal(String pattern) {
        DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(Locale.forLanguageTag("pl-PL"));
        symbols.setGroupingSeparator(NO_BREAK_SPACE);
        return new DecimalFormat(pattern, symbols);
    }
}
