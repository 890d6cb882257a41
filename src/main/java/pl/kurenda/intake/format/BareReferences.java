package pl.kurenda.intake.format;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import pl.kurenda.intake.column.ColumnNames;
import pl.kurenda.intake.column.HeaderName;
import pl.kurenda.intake.column.NameRule;
import pl.kurenda.intake.text.DueDate;
import pl.kurenda.intake.text.SpreadsheetCell;
import pl.kurenda.money.Nrb;

/**
 * Recognises reference columns by their cells, because a name such as {@code Nr} may also mean a running number. With a
 * running number as the reference, tomorrow's first debtor would pass for today's first debtor. The same goes for a
 * text that many rows share.
 */
final class BareReferences {
    private static final String NUMBER = " nr numer num no number ";

    /** In order of preference. */
    private static final List<NameRule> RULES = List.of(
            NameRule.of("referencyjny referencyjnego referencja", "", NUMBER),
            NameRule.of("ewidencyjny", NUMBER, ""),
            NameRule.of("tytul", "", "przelewu platnosci wplaty zaplaty"),
            NameRule.of("identyfikator", "", ""),
            NameRule.of("nr numer number", "", ""),
            NameRule.of("id", "", ""));

    private static final int MOST_ROWS = 300;
    private static final int SHORTEST = 4;
    private static final int LONGEST = 40;
    /** Numbers of these lengths may be a PESEL, a NIP or a phone, which no message should show. */
    private static final Pattern OF_PEOPLE = Pattern.compile("\\d{9,11}");

    private static final Pattern SMALL = Pattern.compile("0*\\d{0,3}");

    /** The cells of the rows that have the usual width. */
    private final List<List<String>> rows = new ArrayList<>();

    private final List<String> names;

    BareReferences(Sample sample, Charset charset, List<String> names) {
        this.names = names;
        int usual = sample.usualWidth();
        for (int i = 0; i < sample.records().size() && rows.size() < MOST_ROWS; i++) {
            List<String> cells = sample.cells(i, charset);
            if (cells.size() == usual && usual >= names.size()) {
                rows.add(cells);
            }
        }
    }

    /** The most likely of the columns that have such a name and hold references. */
    Optional<Integer> find(List<Integer> places) {
        for (NameRule rule : RULES) {
            for (int place : places) {
                if (rule.matches(HeaderName.of(names.get(place)).words())
                        && !ColumnNames.isAmbiguous(place, names)
                        && holds(place, false)) {
                    return Optional.of(place);
                }
            }
        }
        return Optional.empty();
    }

    /** Whether the column, whatever its name, holds only references: letters with digits, and no two alike. */
    boolean looksLikeOne(int place) {
        return holds(place, true);
    }

    private boolean holds(int place, boolean strictly) {
        Set<String> distinct = new HashSet<>();
        for (List<String> cells : rows) {
            String cell = SpreadsheetCell.text(cells.get(place));
            boolean fits = isReference(cell) && (!strictly || cell.chars().anyMatch(Character::isLetter));
            if (!cell.isEmpty() && !(fits && distinct.add(cell))) {
                return false;
            }
        }
        return distinct.size() > (strictly ? 1 : 0) && distinct.size() * 2 >= rows.size();
    }

    private static boolean isReference(String cell) {
        return cell.length() >= SHORTEST
                && cell.length() <= LONGEST
                && cell.chars().anyMatch(Character::isDigit)
                && cell.chars().noneMatch(Character::isWhitespace)
                && cell.indexOf('@') < 0
                && !SMALL.matcher(cell).matches()
                && !OF_PEOPLE.matcher(cell).matches()
                && Nrb.read(cell).isEmpty()
                && (cell.chars().allMatch(Character::isDigit)
                        || DueDate.read(cell).isEmpty());
    }
}
