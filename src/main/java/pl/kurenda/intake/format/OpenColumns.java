package pl.kurenda.intake.format;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import pl.kurenda.intake.column.ColumnNames;
import pl.kurenda.intake.column.Field;
import pl.kurenda.intake.column.FieldNames;
import pl.kurenda.intake.column.HeaderName;
import pl.kurenda.intake.column.PaidNames;
import pl.kurenda.intake.text.SpreadsheetCell;
import pl.kurenda.ledger.gate.Finding;
import pl.kurenda.money.Amount;
import pl.kurenda.money.AmountReading;

/** Decides by the cells what the column names leave open. */
public final class OpenColumns {
    private static final List<Field> NEEDED = List.of(Field.PHONE, Field.AMOUNT);
    private static final int LONGEST = 40;
    /** A column with this many texts and no sum does not hold amounts. */
    private static final int MOST_TEXTS = 100;

    private static final Set<String> KINDS =
            Set.of("naleznosc", "naleznosci", "zobowiazanie", "zobowiazania", "oplata", "oplaty");

    private final Sample rows;
    private final Charset charset;
    private final List<String> names;

    /** @param rows below the header */
    OpenColumns(Sample rows, Charset charset, List<String> names) {
        this.rows = rows;
        this.charset = charset;
        this.names = names;
    }

    /**
     * The column that the names point to. Of several account columns, the one that holds account numbers, because
     * offices have ledger accounts too. Of several amount columns, the first that holds more than texts such as what
     * the debt is for.
     */
    Optional<Integer> likeliest(Field field) {
        List<Integer> named = ColumnNames.all(field, names);
        if (field == Field.AMOUNT && named.size() > 1) {
            return named.stream()
                    .filter(this::mayHoldSums)
                    .findFirst()
                    .or(() -> named.stream().findFirst());
        }
        if (field == Field.ACCOUNT && named.size() > 1) {
            return named.stream()
                    .filter(place -> looksLike(field, List.of(place)).contains(place))
                    .findFirst()
                    .or(() -> named.stream().findFirst());
        }
        return named.stream().findFirst();
    }

    /**
     * False only for {@code Należność} and the like above words for what the debt is for. {@code zapłacono} is not such
     * a word.
     */
    private boolean mayHoldSums(int place) {
        boolean kind = HeaderName.of(names.get(place)).words().stream().anyMatch(KINDS::contains);
        int texts = 0;
        for (int i = 0; kind && i < rows.records().size() && texts < MOST_TEXTS; i++) {
            List<String> cells = rows.cells(i, charset);
            String cell = place < cells.size() ? SpreadsheetCell.text(cells.get(place)) : "";
            boolean text = cell.chars().anyMatch(Character::isLetter) && !PaidNames.tellsPaid(cell);
            if (!cell.isEmpty() && !(text && Amount.read(cell) == AmountReading.Problem.INVALID)) {
                return true;
            }
            texts += text ? 1 : 0;
        }
        return texts == 0;
    }

    /** The same columns, plus those for phone and amount that no name points to, if the cells leave no doubt. */
    Map<Field, Integer> told(Map<Field, Integer> named) {
        List<Field> missing =
                NEEDED.stream().filter(field -> !named.containsKey(field)).toList();
        if (missing.isEmpty() || names.stream().anyMatch(HeaderFinder::isNumber)) {
            return named;
        }
        List<Integer> open = open(named)
                .filter(place -> !ColumnNames.isKnown(names.get(place)))
                .toList();
        ColumnGuess guess = ColumnGuess.of(rows, charset, open, missing);
        if (guess.hasSeveral() || !guess.columns().keySet().containsAll(missing)) {
            return named;
        }
        Map<Field, Integer> columns = new EnumMap<>(guess.columns());
        columns.putAll(named);
        return columns;
    }

    /** The same columns, plus a reference whose name alone is not enough to recognise it. */
    Map<Field, Integer> withReference(Map<Field, Integer> told) {
        if (told.containsKey(Field.REFERENCE)) {
            return told;
        }
        List<Integer> free = IntStream.range(0, names.size())
                .filter(place -> !told.containsValue(place))
                .boxed()
                .toList();
        Map<Field, Integer> columns = new EnumMap<>(told);
        references().find(free).ifPresent(place -> columns.put(Field.REFERENCE, place));
        return columns;
    }

    private BareReferences references() {
        return new BareReferences(rows, charset, names);
    }

    /**
     * The columns to read in addition to those of the fields.
     *
     * @param configured fields whose columns the settings name, so that there is nothing to choose
     */
    Layout.Beside beside(Map<Field, Integer> columns, Set<Field> configured) {
        return new Layout.Beside(
                configured.contains(Field.PHONE) ? List.of() : otherPhones(columns.get(Field.PHONE)),
                configured.contains(Field.AMOUNT) ? List.of() : others(Field.AMOUNT, columns.get(Field.AMOUNT)),
                configured.contains(Field.AMOUNT)
                        ? List.of()
                        : named(columns, name -> PaidNames.isPaid(name) || PaidNames.isStatus(name)),
                named(columns, PaidNames::isCurrency),
                naming(columns, configured),
                warnings(columns),
                List.of());
    }

    private Layout.Naming naming(Map<Field, Integer> columns, Set<Field> configured) {
        Integer name = columns.get(Field.NAME);
        return name == null || configured.contains(Field.NAME)
                ? Layout.Naming.NONE
                : new NameColumns(names, name).find();
    }

    /** Columns that hold no field and have such a name. */
    private List<Integer> named(Map<Field, Integer> columns, Predicate<String> names) {
        return IntStream.range(0, this.names.size())
                .filter(place -> !columns.containsValue(place) && names.test(this.names.get(place)))
                .boxed()
                .toList();
    }

    /** Other phone columns of the same person. */
    private List<Integer> otherPhones(int first) {
        List<String> owners = FieldNames.owners(HeaderName.of(names.get(first)));
        return others(Field.PHONE, first).stream()
                .filter(place ->
                        FieldNames.owners(HeaderName.of(names.get(place))).equals(owners))
                .toList();
    }

    private List<Integer> others(Field field, int chosen) {
        return ColumnNames.all(field, names).stream()
                .filter(place -> place != chosen)
                .toList();
    }

    /** Warns of a date, account or reference column that is not used, although the debtor may need what it says. */
    private List<Finding> warnings(Map<Field, Integer> columns) {
        List<Finding> warnings = new ArrayList<>();
        for (Field field : List.of(Field.DUE, Field.ACCOUNT)) {
            List<Integer> alike = columns.containsKey(field)
                    ? List.of()
                    : looksLike(field, open(columns).toList());
            if (!alike.isEmpty()) {
                warnings.add(unused(field, alike));
            }
        }
        List<Integer> references = columns.containsKey(Field.REFERENCE)
                ? List.of()
                : open(columns).filter(references()::looksLikeOne).toList();
        if (!references.isEmpty()) {
            warnings.add(unused(Field.REFERENCE, references));
        }
        return warnings;
    }

    private Finding unused(Field field, List<Integer> places) {
        return Finding.of(
                "UNUSED_" + field,
                places.stream().map(place -> shown(names.get(place), place)).collect(Collectors.joining(", ")));
    }

    private List<Integer> looksLike(Field field, List<Integer> places) {
        ColumnGuess guess = ColumnGuess.of(rows, charset, places, List.of(field));
        return guess.columns().isEmpty()
                ? guess.unclear()
                : List.copyOf(guess.columns().values());
    }

    /** Columns that hold no field, and whose names do not say that they hold something else. */
    private Stream<Integer> open(Map<Field, Integer> columns) {
        return IntStream.range(0, names.size())
                .filter(place -> !columns.containsValue(place))
                .filter(place ->
                        !FieldNames.isOther(HeaderName.of(names.get(place))) && !PaidNames.isPaid(names.get(place)))
                .boxed();
    }

    /** The name of a column, on one line and shortened, or its number from 1 if it has no name. */
    public static String shown(String name, int place) {
        String plain = name.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
        return plain.isEmpty()
                ? String.valueOf(place + 1)
                : plain.length() <= LONGEST ? plain : plain.substring(0, LONGEST) + "…";
    }
}
