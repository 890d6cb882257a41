package pl.kurenda.intake.format;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import pl.kurenda.intake.column.ColumnNames;
import pl.kurenda.intake.column.Field;
import pl.kurenda.intake.reader.RawRecord;
import pl.kurenda.intake.source.Source;

/** Finds the columns of an export from its first records. */
final class LayoutFinder {
    private final Source.Reading reading;
    private final Sample sample;
    private final Layout.Form form;
    private final Charset charset;
    private final HeaderFinder headers;

    LayoutFinder(Source.Reading reading, Sample sample, Layout.Form form) {
        this.reading = reading;
        this.sample = sample;
        this.form = form;
        this.charset = form.cutCharset();
        this.headers = new HeaderFinder(reading, sample, charset);
    }

    Layout find() throws Refusal.RefusedException {
        if (sample.records().size() <= headers.first()) {
            throw new Refusal.RefusedException(Refusal.of(Refusal.Kind.EMPTY));
        }
        int place = headers.place();
        if (!reading.header() || headers.isRow(place)) {
            return withoutHeader();
        }
        Layout guessed = new Headerless(reading, sample, charset).layout(form);
        return guessed == null ? withHeader(place) : guessed;
    }

    private Layout withHeader(int place) throws Refusal.RefusedException {
        try {
            List<String> names = sample.cells(place, charset);
            if (names.isEmpty()) {
                throw new Refusal.RefusedException(Refusal.of(Refusal.Kind.HEADER_UNREADABLE));
            }
            Layout.Header header = header(place, names);
            boolean answered =
                    sample.records().get(place).cells() == header.names().size() + ReplyColumns.COUNT;
            OpenColumns open = new OpenColumns(sample.from(place + 1), charset, header.names());
            Map<Field, Integer> named = named(header.names(), open);
            Map<Field, Integer> told = open.told(named);
            Map<Field, Integer> columns = open.withReference(told);
            require(columns, Field.PHONE, Refusal.Kind.NO_PHONE);
            require(columns, Field.AMOUNT, Refusal.Kind.NO_AMOUNT);
            requireTitlesAbove(place, columns);
            boolean guessed = !told.equals(named);
            Layout.Beside beside = open.beside(columns, reading.columns().keySet());
            return new Layout(form, place + 1, header, columns, header.names().size(), answered, guessed, beside);
        } catch (Refusal.RefusedException e) {
            RawRecord read = sample.records().get(place);
            throw new Refusal.RefusedException(e.refusal().at(read.line(), sample.text(place, charset)));
        }
    }

    private Layout withoutHeader() throws Refusal.RefusedException {
        Sample rows = sample.from(headers.first());
        boolean answered = rows.isAnswer();
        Map<Field, Integer> columns = numbered(rows);
        int usual = rows.usualWidth() - (answered ? ReplyColumns.COUNT : 0);
        int width = Math.max(Collections.max(columns.values()) + 1, usual);
        return new Layout(form, headers.first(), null, columns, width, answered);
    }

    private Layout.Header header(int place, List<String> names) {
        RawRecord cut = sample.records().get(place);
        int own = names.size() - ReplyColumns.COUNT;
        if (own > 0 && names.subList(own, names.size()).equals(ReplyColumns.NAMES)) {
            byte[] raw = new ReplyColumns(sample.delimiter()).stripHeader(cut.raw());
            return new Layout.Header(raw, List.copyOf(names.subList(0, own)), cut.line());
        }
        return asWideAsRows(new Layout.Header(cut.raw(), List.copyOf(names), cut.line()), sample.from(place + 1));
    }

    /**
     * Adjusts the header to the width of the rows. Some programs end each row, but not the header, with a delimiter, or
     * the reverse. That is not a column.
     */
    private Layout.Header asWideAsRows(Layout.Header header, Sample rows) {
        int width = header.names().size();
        if (rows.hasEmptyLastCells(width + 1)) {
            byte[] raw = Arrays.copyOf(header.raw(), header.raw().length + 1);
            raw[raw.length - 1] = (byte) sample.delimiter();
            List<String> names = new ArrayList<>(header.names());
            names.add("");
            return new Layout.Header(raw, List.copyOf(names), header.line());
        }
        boolean ended = sample.endsInDelimiter(header.raw());
        if (width > 1 && ended && !rows.records().isEmpty() && rows.usualWidth() == width - 1) {
            byte[] raw = Arrays.copyOf(header.raw(), header.raw().length - 1);
            return new Layout.Header(raw, header.names().subList(0, width - 1), header.line());
        }
        return header;
    }

    private Map<Field, Integer> named(List<String> names, OpenColumns open) throws Refusal.RefusedException {
        Map<Field, Integer> columns = new EnumMap<>(Field.class);
        for (Field field : Field.values()) {
            String configured = reading.columns().get(field);
            Optional<Integer> place =
                    configured == null ? open.likeliest(field) : ColumnNames.configured(configured, names);
            if (configured != null && place.isEmpty()) {
                throw new Refusal.RefusedException(new Refusal(Refusal.Kind.COLUMN_NOT_FOUND, configured));
            }
            boolean byName =
                    configured == null || ColumnNames.number(configured).isEmpty();
            if (byName && place.isPresent() && ColumnNames.isAmbiguous(place.get(), names)) {
                throw new Refusal.RefusedException(new Refusal(Refusal.Kind.COLUMN_AMBIGUOUS, names.get(place.get())));
            }
            place.ifPresent(found -> columns.put(field, found));
        }
        return columns;
    }

    /**
     * Without a header, the settings give the fields as column numbers. They have already been checked to be numbers.
     */
    private Map<Field, Integer> numbered(Sample rows) throws Refusal.RefusedException {
        Map<Field, Integer> columns = new EnumMap<>(Field.class);
        reading.columns()
                .forEach((field, column) -> ColumnNames.number(column).ifPresent(place -> columns.put(field, place)));
        int usual = rows.usualWidth();
        if (usual < 2 || usual <= columns.getOrDefault(Field.PHONE, 0)) {
            throw new Refusal.RefusedException(Refusal.of(Refusal.Kind.NO_PHONE));
        }
        return columns;
    }

    private void requireTitlesAbove(int header, Map<Field, Integer> columns) throws Refusal.RefusedException {
        OptionalInt row = headers.rowAbove(header, columns);
        if (row.isPresent()) {
            int line = sample.records().get(row.getAsInt()).line();
            throw new Refusal.RefusedException(new Refusal(Refusal.Kind.ROW_ABOVE_HEADER, String.valueOf(line)));
        }
    }

    private static void require(Map<Field, Integer> columns, Field field, Refusal.Kind missing)
            throws Refusal.RefusedException {
        if (!columns.containsKey(field)) {
            throw new Refusal.RefusedException(Refusal.of(missing));
        }
    }
}
