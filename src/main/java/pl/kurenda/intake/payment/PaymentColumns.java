package pl.kurenda.intake.payment;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import pl.kurenda.intake.column.ColumnNames;
import pl.kurenda.intake.column.Field;
import pl.kurenda.intake.source.Source;

/**
 * The columns of a payment list.
 *
 * @param places from 0
 * @param width cells of the header
 */
record PaymentColumns(Map<PaymentColumns.Of, Integer> places, int width) {
    private static final Map<Of, List<String>> KNOWN = Map.of(
            Of.REFERENCE,
            List.of("nr", "numer", "number"),
            Of.AMOUNT,
            List.of(
                    "kwota wplaty",
                    "wplata",
                    "kwota operacji",
                    "kwota transakcji",
                    "kwota platnosci",
                    "zaplacono",
                    "uznania",
                    "wplacono",
                    "amount paid",
                    "paid",
                    "payment",
                    "payment amount"),
            Of.DATE,
            List.of(
                    "data",
                    "data ksiegowania",
                    "data operacji",
                    "data transakcji",
                    "data wplywu",
                    "data uznania",
                    "data waluty",
                    "data wplaty",
                    "data zaplaty",
                    "data platnosci",
                    "zaplacono dnia",
                    "date",
                    "payment date",
                    "paid on",
                    "booked",
                    "booking date",
                    "value date"));

    /** What a column holds. */
    enum Of {
        REFERENCE,
        ACCOUNT,
        PHONE,
        AMOUNT,
        DATE
    }

    /** Whether the list has an amount, a date and a column that identifies the debt. */
    boolean suffice() {
        return places.containsKey(Of.AMOUNT)
                && places.containsKey(Of.DATE)
                && (places.containsKey(Of.REFERENCE) || places.containsKey(Of.ACCOUNT) || places.containsKey(Of.PHONE));
    }

    /** Finds the columns by header: by the usual names, and by the names that the source uses for its exports. */
    static PaymentColumns of(List<String> header, Source.Reading reading) {
        Map<Of, Integer> places = new EnumMap<>(Of.class);
        put(places, Of.REFERENCE, Field.REFERENCE, header, reading);
        put(places, Of.ACCOUNT, Field.ACCOUNT, header, reading);
        put(places, Of.PHONE, Field.PHONE, header, reading);
        if (places.isEmpty()) {
            // a column named just "number", if nothing else identifies the debt
            known(Of.REFERENCE, header).ifPresent(place -> places.put(Of.REFERENCE, place));
        }
        known(Of.DATE, header).ifPresent(place -> places.put(Of.DATE, place));
        known(Of.AMOUNT, header)
                .ifPresentOrElse(
                        place -> places.put(Of.AMOUNT, place),
                        () -> put(places, Of.AMOUNT, Field.AMOUNT, header, reading));
        return new PaymentColumns(places, header.size());
    }

    private static void put(
            Map<Of, Integer> places, Of column, Field field, List<String> header, Source.Reading reading) {
        String configured = reading.columns().get(field);
        if (configured != null && ColumnNames.number(configured).isEmpty()) {
            ColumnNames.configured(configured, header).ifPresent(place -> places.put(column, place));
        }
        if (!places.containsKey(column)) {
            ColumnNames.find(field, header).ifPresent(place -> places.put(column, place));
        }
    }

    private static OptionalInt known(Of column, List<String> header) {
        return IntStream.range(0, header.size())
                .filter(place -> KNOWN.get(column).contains(ColumnNames.plain(header.get(place))))
                .findFirst();
    }

    /** Returns the cell of a column, empty if the list has no such column. */
    String cell(Of column, List<String> cells) {
        Integer place = places.get(column);
        return place == null ? "" : cells.get(place);
    }
}
