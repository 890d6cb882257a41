package pl.kurenda.intake.reader;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;

/**
 * Converts the cells of a workbook to text: numbers plain with a decimal point, dates as {@code yyyy-mm-dd}.
 *
 * @param texts shared by cells
 * @param styles that show dates
 * @param since1904 whether days are counted from 1904, as old Macintosh programs did
 */
record SheetValues(SharedTexts texts, DateStyles styles, boolean since1904) {
    /** Excel keeps this many digits. Further digits are noise from binary fractions. */
    private static final MathContext DIGITS = new MathContext(15);

    private static final BigDecimal WHOLE = BigDecimal.TEN.pow(15);
    private static final int LONGEST_NUMBER = 64;
    /** For numbers such as 1E308, the largest in Excel. */
    private static final int LONGEST_EXPONENT = 400;

    private static final LocalDate DAY_0 = LocalDate.of(1899, 12, 30);
    private static final LocalDate DAY_0_OF_1904 = LocalDate.of(1904, 1, 1);
    private static final BigDecimal LAST_DAY = BigDecimal.valueOf(2_958_465);
    private static final BigDecimal SECONDS = BigDecimal.valueOf(86_400);

    /**
     * @param type attribute {@code t} of the cell, or null
     * @param style attribute {@code s} of the cell, or null
     * @param value its {@code v}
     */
    String text(String type, String style, String value) throws IOException {
        return switch (type == null ? "n" : type) {
            case "s" -> texts.get(number(value));
            case "n" -> numeric(value.strip(), number(style));
            case "b" -> value.strip().equals("1") ? "TRUE" : "FALSE";
            default -> value;
        };
    }

    private String numeric(String value, int style) {
        try {
            if (value.isEmpty() || value.length() > LONGEST_NUMBER) {
                return value;
            }
            BigDecimal exact = new BigDecimal(value);
            long whole = (long) exact.precision() - exact.scale();
            if (Math.abs(whole) > LONGEST_EXPONENT) {
                return value;
            }
            return styles.isDay(style) ? day(exact) : plain(exact);
        } catch (NumberFormatException e) {
            return value;
        }
    }

    /** A whole number of more than 15 digits has lost the others. It keeps a notation that no phone or account has. */
    private static String plain(BigDecimal exact) {
        if (exact.abs().compareTo(WHOLE) >= 0) {
            return exact.unscaledValue().abs().toString().charAt(0) + ".E+" + (exact.precision() - exact.scale() - 1);
        }
        BigDecimal shown = exact.round(DIGITS);
        return (shown.signum() == 0 ? BigDecimal.ZERO : shown.stripTrailingZeros()).toPlainString();
    }

    private String day(BigDecimal serial) {
        if (serial.signum() < 0 || serial.compareTo(LAST_DAY) > 0) {
            return plain(serial);
        }
        LocalDate day = (since1904 ? DAY_0_OF_1904 : DAY_0).plusDays(serial.intValue());
        BigDecimal part = serial.remainder(BigDecimal.ONE).multiply(SECONDS);
        long seconds = part.setScale(0, RoundingMode.HALF_UP).longValue();
        LocalDateTime time = day.atStartOfDay().plusSeconds(seconds);
        return seconds == 0 ? day.toString() : time.toString().replace('T', ' ');
    }

    /** The number in an attribute or a text, or -1. */
    static int number(String text) {
        try {
            return text == null ? -1 : Integer.parseInt(text.strip());
        } catch (NumberFormatException e) {
            return -1;
        }
    }
}
