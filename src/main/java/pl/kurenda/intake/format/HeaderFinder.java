package pl.kurenda.intake.format;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import pl.kurenda.intake.column.ColumnNames;
import pl.kurenda.intake.column.Field;
import pl.kurenda.intake.reader.Cells;
import pl.kurenda.intake.source.Source;
import pl.kurenda.intake.text.SpreadsheetCell;
import pl.kurenda.money.Amount;
import pl.kurenda.money.AmountReading;
import pl.kurenda.recipient.Msisdn;
import pl.kurenda.recipient.PhoneReading;

/** Finds the header of an export. Titles may stand above it. */
final class HeaderFinder {
    /** The number of records from the top in which the header may be. */
    private static final int WITHIN = 20;

    private static final int PHONE_AND_AMOUNT = 3;
    /** Digits; more than a date has. */
    private static final int LONG_NUMBER = 9;

    /** Nine digits in a cell, whatever separates them. */
    private static final Pattern PHONE = Pattern.compile("(?:\\d[^\\p{L}\\d]{0,3}){9}");

    private final Source.Reading reading;
    private final Sample sample;
    private final Charset charset;
    private final int first;

    HeaderFinder(Source.Reading reading, Sample sample, Charset charset) {
        this.reading = reading;
        this.sample = sample;
        this.charset = charset;
        this.first = sample.toldDelimiter() == null ? 0 : 1;
    }

    /** The number of records before the header and the rows: 1 if the first record names the delimiter. */
    int first() {
        return first;
    }

    /**
     * The place of the header record, from 0. It is the first record that names the most columns, or else the first
     * that is as wide as the rows.
     */
    int place() {
        int best = -1;
        int bestScore = 0;
        for (int i = first; i < last() && bestScore < PHONE_AND_AMOUNT; i++) {
            int score = score(sample.cells(i, charset));
            if (score > bestScore) {
                best = i;
                bestScore = score;
            }
        }
        return best >= 0 ? best : firstWide();
    }

    /** Whether any record near the top names a phone column. */
    boolean namesPhones() {
        for (int i = first; i < last(); i++) {
            if (score(sample.cells(i, charset)) >= 2) {
                return true;
            }
        }
        return false;
    }

    /** Whether any record near the top names a phone or an amount column. */
    boolean namesAny() {
        return IntStream.range(first, last()).anyMatch(place -> score(sample.cells(place, charset)) > 0);
    }

    /**
     * Whether the record is a row although it stands where a header may be. That is so if the settings give phone and
     * amount by column number and those cells hold a phone or an amount. If it were read as a header, its debtor would
     * be lost. If the settings do not say that there is a header, a record must look like a header to be one: a surplus
     * row is visibly rejected, a missing one goes unnoticed.
     */
    boolean isRow(int place) {
        List<String> cells = sample.cells(place, charset);
        Optional<String> phone = numbered(Field.PHONE, cells);
        Optional<String> amount = numbered(Field.AMOUNT, cells);
        if (phone.isEmpty() || amount.isEmpty()) {
            return false;
        }
        boolean row = isNumber(phone.get()) || isNumber(amount.get());
        return row || !reading.headerSure() && !isNamed(phone.get(), amount.get());
    }

    /** Whether the cell has digits and no letters, so that it cannot be a column name. */
    static boolean isNumber(String cell) {
        return hasDigit(cell) && cell.chars().noneMatch(Character::isLetter);
    }

    private static boolean isNamed(String phone, String amount) {
        return !hasDigit(phone) && !hasDigit(amount) && (ColumnNames.isKnown(phone) || ColumnNames.isKnown(amount));
    }

    /**
     * The first record above the header that looks like a row, from 0. A sort may have moved the header down. The rows
     * above it must not pass for titles.
     */
    OptionalInt rowAbove(int header, Map<Field, Integer> columns) {
        return IntStream.range(first, header)
                .filter(place -> looksLikeRow(place, columns))
                .findFirst();
    }

    /** Works for records with bad quoting too. */
    private boolean looksLikeRow(int place, Map<Field, Integer> columns) {
        List<String> cells = Cells.split(sample.text(place, charset), sample.delimiter(), sample.quoting());
        if (hasDigit(cell(columns.get(Field.PHONE), cells)) && hasDigit(cell(columns.get(Field.AMOUNT), cells))) {
            return true;
        }
        for (int i = 0; i < cells.size(); i++) {
            if (PHONE.matcher(cells.get(i)).find() && hasAmountBeside(i, cells)) {
                return true;
            }
        }
        return cells.stream().filter(cell -> !cell.isBlank()).count() > 1
                && cells.stream().anyMatch(HeaderFinder::isPhone);
    }

    private static boolean hasAmountBeside(int phone, List<String> cells) {
        return IntStream.range(0, cells.size())
                .anyMatch(i ->
                        i != phone && Amount.read(SpreadsheetCell.bare(cells.get(i))) instanceof AmountReading.Owed);
    }

    private static String cell(Integer place, List<String> cells) {
        return place < cells.size() ? cells.get(place) : "";
    }

    private static boolean hasDigit(String cell) {
        return cell.chars().anyMatch(Character::isDigit);
    }

    private static boolean isPhone(String cell) {
        return Msisdn.read(SpreadsheetCell.bare(cell)) instanceof PhoneReading.Mobile;
    }

    private Optional<String> numbered(Field field, List<String> cells) {
        return Optional.ofNullable(reading.columns().get(field))
                .flatMap(ColumnNames::number)
                .filter(place -> place < cells.size())
                .map(cells::get);
    }

    private int last() {
        return Math.min(sample.records().size(), first + WITHIN);
    }

    private int score(List<String> cells) {
        return cells.isEmpty() || isNoHeader(cells)
                ? 0
                : (names(Field.PHONE, cells) ? 2 : 0) + (names(Field.AMOUNT, cells) ? 1 : 0);
    }

    private boolean names(Field field, List<String> cells) {
        String configured = reading.columns().get(field);
        boolean called = configured != null
                && ColumnNames.number(configured).isEmpty()
                && ColumnNames.configured(configured, cells).isPresent();
        return called || ColumnNames.find(field, cells).isPresent();
    }

    /**
     * A title is a single cell, and a row has a phone or another long number. Such a record is not a header, even if a
     * cell looks like a column name.
     */
    private static boolean isNoHeader(List<String> cells) {
        boolean alone = cells.size() > 1
                && cells.stream().filter(cell -> !cell.isEmpty()).count() < 2;
        return alone || cells.stream().anyMatch(HeaderFinder::isLongNumber);
    }

    private static boolean isLongNumber(String cell) {
        return isNumber(cell) && cell.chars().filter(Character::isDigit).count() >= LONG_NUMBER;
    }

    /**
     * Titles are narrow, or empty except for one cell. A record that cannot be read may have been the header, so it
     * counts as the header.
     */
    private int firstWide() {
        int width = sample.usualWidth();
        for (int i = first; i < last(); i++) {
            List<String> cells = sample.cells(i, charset);
            if (cells.isEmpty()) {
                return i;
            }
            if (cells.size() == width
                    && cells.stream().filter(cell -> !cell.isEmpty()).count() > 1) {
                return i;
            }
        }
        return first;
    }
}
