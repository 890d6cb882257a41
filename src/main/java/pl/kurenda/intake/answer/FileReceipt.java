package pl.kurenda.intake.answer;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import pl.kurenda.intake.format.Layout;
import pl.kurenda.intake.text.Texts;
import pl.kurenda.ledger.batch.BatchTotals;
import pl.kurenda.ledger.batch.FileIdentity;
import pl.kurenda.ledger.gate.Finding;
import pl.kurenda.money.Grosze;

/**
 * The receipt that the domain system gets for its file. The figures are those at the end of loading. Amounts and cost
 * are decimal strings in PLN with two decimals. {@code detected} is present only if the file was loaded.
 */
@JsonPropertyOrder({
    "file",
    "sha256",
    "source",
    "received",
    "rows",
    "rejected",
    "suppressed",
    "held",
    "queued",
    "amount_total",
    "amount_queued",
    "segments",
    "cost",
    "reasons",
    "warnings",
    "detected"
})
public record FileReceipt(
        String file,
        String sha256,
        String source,
        String received,
        int rows,
        int rejected,
        int suppressed,
        int held,
        int queued,
        @JsonProperty("amount_total") String amountTotal,
        @JsonProperty("amount_queued") String amountQueued,
        int segments,
        String cost,
        Map<String, Integer> reasons,
        List<String> warnings,
        @JsonInclude(JsonInclude.Include.NON_NULL) Detected detected) {
    private static final Locale POLISH = Locale.forLanguageTag("pl");

    public static FileReceipt of(BatchTotals totals, ZoneId zone) {
        FileIdentity file = totals.file();
        return new FileReceipt(
                file.fileName(),
                file.sha256(),
                file.source(),
                time(totals.receivedAt(), zone),
                totals.rows(),
                totals.rejected(),
                totals.suppressed(),
                totals.held(),
                totals.queued(),
                Grosze.plain(totals.amountTotal()),
                Grosze.plain(totals.amountQueued()),
                totals.segments(),
                totals.cost().setScale(2, RoundingMode.HALF_UP).toPlainString(),
                new TreeMap<>(totals.reasons()),
                totals.findings().stream().map(FileReceipt::inBothLanguages).toList(),
                null);
    }

    private static String inBothLanguages(Finding finding) {
        return finding.text(POLISH) + " / " + finding.text(Locale.ROOT);
    }

    /** Creates the receipt for a file from which no row was taken. */
    public static FileReceipt ofNothing(FileIdentity file, Instant received, ZoneId zone, String warning) {
        BatchTotals nothing = new BatchTotals(0, file, "", received, 0, 0, 0, 0, 0, 0, 0, 0, BigDecimal.ZERO, Map.of());
        return of(nothing, zone).with(List.of(warning), null);
    }

    /** Returns the same with how the file was understood. */
    public FileReceipt detected(Layout layout, Detected found) {
        Stream<String> ofLayout = layout.beside().warnings().stream().map(FileReceipt::inBothLanguages);
        Stream<String> noRows =
                rows > 0 ? Stream.of() : Stream.of(Texts.POLISH.get("noRows") + " / " + Texts.ENGLISH.get("noRows"));
        return with(
                Stream.of(noRows, warnings.stream(), ofLayout)
                        .flatMap(each -> each)
                        .toList(),
                found);
    }

    private FileReceipt with(List<String> otherWarnings, Detected otherDetected) {
        return new FileReceipt(
                file,
                sha256,
                source,
                received,
                rows,
                rejected,
                suppressed,
                held,
                queued,
                amountTotal,
                amountQueued,
                segments,
                cost,
                reasons,
                otherWarnings,
                otherDetected);
    }

    /** Formats a time with the offset of the office, to the second: {@code 2026-11-24T10:15:00+01:00}. */
    public static String time(Instant instant, ZoneId zone) {
        return DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx")
                .withZone(zone)
                .format(instant);
    }
}
