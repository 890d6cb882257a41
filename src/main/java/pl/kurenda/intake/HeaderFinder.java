package pl.kurenda.intake;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import pl.kurenda.recipient.Msisdn;
import pl.kurenda.recipient.PhoneReading;

/** Finds the header of an export: titles may stand above it. */
final class HeaderFinder {
    /** So many records from the top the header is looked for. */
    private static final int WITHIN = 20;

    private static final int PHONE_AND_AMOUNT = 3;

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

    /** How many records come before the header and the rows: 1 where the first one tells the delimiter. */
    int first() {
        return first;
    }

    /** The place of the record that is the header, from 0: the first that names most; else the first as wide as the rows. */
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

    /**
     * Whether the record is a row, although a header is expected: a number stands where the settings say by number that
     * phone or amount is. Read as a header, its debtor would be lost; a header read as a row is rejected, and seen.
     */
    boolean isRow(int place) {
        List<String> cells = sample.cells(place, charset);
        Optional<String> phone = numbered(Field.PHONE, cells);
        Optional<String> amount = numbered(Field.AMOUNT, cells);
        return phone.isPresent() && amount.isPresent() && (isNumber(phone.get()) || isNumber(amount.get()));
    }

    /** Digits and no letters: no name of a column, whatever else it may be. */
    private static boolean isNumber(String cell) {
        return cell.chars().anyMatch(Character::isDigit) && cell.chars().noneMatch(Character::isLetter);
    }

    /** Whether a record above the header looks like a row: the number of a mobile stands in it beside something else. */
    boolean hasRowAbove(int place) {
        return IntStream.range(first, place).anyMatch(i -> looksLikeRow(sample.cells(i, charset)));
    }

    private static boolean looksLikeRow(List<String> cells) {
        return cells.stream().filter(cell -> !cell.isBlank()).count() > 1
                && cells.stream().anyMatch(HeaderFinder::isPhone);
    }

    private static boolean isPhone(String cell) {
        return Msisdn.read(MachineCell.bare(cell)) instanceof PhoneReading.Mobile;
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
        return cells.isEmpty() ? 0 : (names(Field.PHONE, cells) ? 2 : 0) + (names(Field.AMOUNT, cells) ? 1 : 0);
    }

    private boolean names(Field field, List<String> cells) {
        String configured = reading.columns().get(field);
        boolean called = configured != null
                && ColumnNames.number(configured).isEmpty()
                && ColumnNames.configured(configured, cells).isPresent();
        return called || ColumnNames.find(field, cells).isPresent();
    }

    /** Titles are narrow, or empty but for a cell. A line that cannot be read may have been the header: it is the one. */
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
