package pl.kurenda.intake.source;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Map;
import pl.kurenda.intake.column.Field;
import pl.kurenda.message.AlphabetPolicy;
import pl.kurenda.message.MessageTemplate;

/** Sources for tests that name only what the test is about. */
public final class SourceFixture {
    static final Map<Field, String> WATER_COLUMNS =
            Map.of(Field.PHONE, "1", Field.AMOUNT, "2", Field.DUE, "3", Field.NAME, "4", Field.ACCOUNT, "5");

    private SourceFixture() {}

    public static Source withHeader() {
        return source(new Source.Reading(null, null, true, Map.of()), "{office}[, {name}]: {amount} zł[, {due}]", 0);
    }

    public static Source withoutHeader() {
        return reading(new Source.Reading(null, null, false, WATER_COLUMNS));
    }

    public static Source reading(Source.Reading reading) {
        return source(reading, "{amount} zł", 0);
    }

    public static Source columns(Map<Field, String> columns) {
        return reading(new Source.Reading(null, null, true, columns));
    }

    public static Source charset(Charset charset) {
        return reading(new Source.Reading(charset, null, true, Map.of()));
    }

    public static Source source(Source.Reading reading, String template, long minimum) {
        Path folder = Path.of("nowhere").toAbsolutePath();
        return new Source(
                "waste",
                new SourceFolders(
                        folder.resolve("in"), folder.resolve("done"), folder.resolve("failed"), folder.resolve("out")),
                false,
                reading,
                new Source.Wording(
                        MessageTemplate.parse(template),
                        AlphabetPolicy.TRANSLITERATE,
                        "GMINA",
                        "Urząd Gminy",
                        minimum));
    }
}
