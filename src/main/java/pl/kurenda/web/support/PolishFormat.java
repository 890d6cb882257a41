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

/** Numbers, money and times as people in Poland write them, whatever language the page is in. */
public final class PolishFormat {
    private static final char NO_BREAK_SPACE = '\u00a0';
    private static final char MINUS = '\u2212';
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("dd.MM.yyyy HH:mm");

    private final ZoneId zone;

    /** @param zone the office's. */
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

    /** {@code 12,35 zł} for a cost, which is kept more exactly. */
    public String pln(BigDecimal pln) {
        return decimal("#,##0.00").format(pln.setScale(2, RoundingMode.HALF_UP)) + NO_BREAK_SPACE + "zł";
    }

    /** {@code 24.11.2026}. */
    public String day(LocalDate day) {
        return DAY.format(day);
    }

    /** {@code listopad 2026}, or in the language of the reader. */
    String month(YearMonth month, Locale language) {
        return DateTimeFormatter.ofPattern("LLLL uuuu", language).format(month);
    }

    /** {@code 33,33}; of points, which may be fewer than none, {@code −2,5}. */
    public String decimal(BigDecimal number) {
        String plain = decimal("0.##").format(number.abs());
        return number.signum() < 0 && !plain.equals("0") ? MINUS + plain : plain;
    }

    /** {@code 24.11.2026 09:05}, on the clock of the office. */
    public String time(Instant time) {
        return TIME.format(time.atZone(zone));
    }

    // a new one each time: DecimalFormat is not safe for several threads
    private static DecimalFormat decimal(String pattern) {
        DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(Locale.forLanguageTag("pl-PL"));
        symbols.setGroupingSeparator(NO_BREAK_SPACE);
        return new DecimalFormat(pattern, symbols);
    }
}
