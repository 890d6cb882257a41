package pl.kurenda.intake;

import java.nio.charset.Charset;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the columns of an export from its first records. */
final class LayoutFinder {
    private final Source.Reading reading;
    private final Sample sample;
    private final Charset charset;

    LayoutFinder(Source.Reading reading, Sample sample, Charset charset) {
        this.reading = reading;
        this.sample = sample;
        this.charset = charset;
    }

    Layout find(boolean bom, String lineEnd) throws RefusedException {
        Layout.Header header = reading.header() ? header() : null;
        boolean answered = header == null
                ? sample.isAnswer()
                : sample.records().get(0).cells() > header.names().size();
        Map<Field, Integer> columns = header == null ? numbered() : named(header.names());
        int width = header == null ? width(columns, answered) : header.names().size();
        require(columns, Field.PHONE, Refusal.Kind.NO_PHONE);
        require(columns, Field.AMOUNT, Refusal.Kind.NO_AMOUNT);
        return new Layout(charset, bom, sample.delimiter(), lineEnd, header, columns, width, answered);
    }

    private Layout.Header header() throws RefusedException {
        List<String> names = sample.firstCells(charset);
        if (names.isEmpty()) {
            throw new RefusedException(Refusal.of(Refusal.Kind.HEADER_UNREADABLE));
        }
        byte[] raw = sample.records().get(0).raw();
        int own = names.size() - AnswerColumns.COUNT;
        if (own > 0 && names.subList(own, names.size()).equals(AnswerColumns.NAMES)) {
            return new Layout.Header(
                    new AnswerColumns(sample.delimiter()).stripHeader(raw), List.copyOf(names.subList(0, own)));
        }
        return new Layout.Header(raw, List.copyOf(names));
    }

    private Map<Field, Integer> named(List<String> names) throws RefusedException {
        Map<Field, Integer> columns = new EnumMap<>(Field.class);
        for (Field field : Field.values()) {
            String configured = reading.columns().get(field);
            Optional<Integer> place =
                    configured == null ? ColumnNames.find(field, names) : ColumnNames.configured(configured, names);
            if (configured != null && place.isEmpty()) {
                throw new RefusedException(new Refusal(Refusal.Kind.COLUMN_NOT_FOUND, configured));
            }
            boolean byName =
                    configured == null || ColumnNames.number(configured).isEmpty();
            if (byName && place.isPresent() && ColumnNames.isAmbiguous(place.get(), names)) {
                throw new RefusedException(new Refusal(Refusal.Kind.COLUMN_AMBIGUOUS, names.get(place.get())));
            }
            place.ifPresent(found -> columns.put(field, found));
        }
        return columns;
    }

    /** Without a header the settings say where fields stand; they have been checked to be numbers. */
    private Map<Field, Integer> numbered() throws RefusedException {
        Map<Field, Integer> columns = new EnumMap<>(Field.class);
        reading.columns()
                .forEach((field, column) -> ColumnNames.number(column).ifPresent(place -> columns.put(field, place)));
        int usual = sample.usualWidth();
        if (usual < 2 || usual <= columns.getOrDefault(Field.PHONE, 0)) {
            throw new RefusedException(Refusal.of(Refusal.Kind.NO_PHONE));
        }
        return columns;
    }

    private int width(Map<Field, Integer> columns, boolean answered) {
        int last = columns.isEmpty() ? 0 : Collections.max(columns.values());
        return Math.max(last + 1, sample.usualWidth() - (answered ? AnswerColumns.COUNT : 0));
    }

    private static void require(Map<Field, Integer> columns, Field field, Refusal.Kind missing)
            throws RefusedException {
        if (!columns.containsKey(field)) {
            throw new RefusedException(Refusal.of(missing));
        }
    }
}
