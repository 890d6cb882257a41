package pl.kurenda.intake.format;

import java.nio.charset.Charset;
import java.util.List;
import java.util.stream.Collectors;
import pl.kurenda.intake.source.Source;

/** A file without a header, where the settings name neither the header nor the columns. */
final class Headerless {
    private final Source.Reading reading;
    private final Sample sample;
    private final Charset charset;
    private final HeaderFinder headers;

    Headerless(Source.Reading reading, Sample sample, Charset charset) {
        this.reading = reading;
        this.sample = sample;
        this.charset = charset;
        this.headers = new HeaderFinder(reading, sample, charset);
    }

    /**
     * A guess at the columns. None if the settings say more, if any line near the top is a header, or if the first line
     * is not a row.
     */
    ColumnGuess guess() {
        if (reading.headerSure() || !reading.columns().isEmpty() || headers.namesAny()) {
            return ColumnGuess.NONE;
        }
        Sample rows = rows();
        ColumnGuess guess = ColumnGuess.of(rows, charset, width(rows));
        List<String> first = rows.cells(0, charset);
        boolean row = guess.columns().values().stream()
                .anyMatch(place -> place < first.size() && HeaderFinder.isNumber(first.get(place)));
        return row || guess.hasSeveral() && first.stream().anyMatch(HeaderFinder::isNumber) ? guess : ColumnGuess.NONE;
    }

    /**
     * The layout with columns guessed from their cells, or null if the file does not look like one without a header.
     *
     * @throws Refusal.RefusedException if the columns cannot be told apart
     */
    Layout layout(Layout.Form form) throws Refusal.RefusedException {
        ColumnGuess guess = guess();
        if (guess.hasSeveral()) {
            String places = guess.unclear().stream()
                    .map(place -> String.valueOf(place + 1))
                    .collect(Collectors.joining(", "));
            throw new Refusal.RefusedException(new Refusal(Refusal.Kind.COLUMNS_UNCLEAR, places));
        }
        if (guess.hasPhones() && !guess.isClear()) {
            throw new Refusal.RefusedException(Refusal.of(Refusal.Kind.NO_AMOUNT));
        }
        Sample rows = rows();
        return guess.isClear()
                ? new Layout(
                        form,
                        headers.first(),
                        null,
                        guess.columns(),
                        width(rows),
                        rows.isAnswer(),
                        true,
                        Layout.Beside.NONE)
                : null;
    }

    private Sample rows() {
        return sample.from(Math.min(headers.first(), sample.records().size()));
    }

    private static int width(Sample rows) {
        return rows.usualWidth() - (rows.isAnswer() ? ReplyColumns.COUNT : 0);
    }
}
