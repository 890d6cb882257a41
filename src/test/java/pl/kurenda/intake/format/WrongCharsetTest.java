package pl.kurenda.intake.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pl.kurenda.intake.row.ExportRows;
import pl.kurenda.intake.source.AlwaysHeld;
import pl.kurenda.intake.source.SourceFixture;
import pl.kurenda.ledger.gate.Finding;

/** The settings apply, but a file whose bytes contradict them is shown to a person. */
class WrongCharsetTest {
    @TempDir
    Path folder;

    @ParameterizedTest(name = "set {0}, written in {1}, mark {2}, {3} -> {4} {5}")
    @CsvSource({
        "windows-1250, UTF-8, true, Żółć, CHARSET_GARBLED,",
        "windows-1250, UTF-8, false, Żółć, CHARSET_GARBLED,",
        "ISO-8859-2, UTF-8, true, Żółć, CHARSET_GARBLED,",
        "windows-1250, UTF-8, true, Nowak, , CHARSET_MARKED",
        "windows-1250, windows-1250, true, Żółć, , CHARSET_MARKED",
        "windows-1250, ISO-8859-2, false, Świątek, CHARSET_GARBLED,",
        "ISO-8859-2, windows-1250, false, Świątek, CHARSET_GARBLED,",
        "windows-1250, IBM852, false, Świątek, CHARSET_GARBLED,",
        "windows-1250, ISO-8859-2, false, Żółć, ,",
        "windows-1250, windows-1250, false, Müller ± Świątek, ,",
        "windows-1250, UTF-8, false, Nowak, ,",
        "windows-1250, windows-1250, false, SPÓŁKA ŻÓŁĆ, ,",
        "UTF-8, UTF-8, true, Żółć, ,",
        ", UTF-8, true, Żółć, ,",
        ", windows-1250, false, Żółć, ,"
    })
    void whatTheFileSaysAgainstTheSettings(
            String set, String written, boolean mark, String name, String held, String warned) throws IOException {
        byte[] text = ((mark && written.equals("UTF-8") ? "\ufeff" : "") + "telefon;kwota;nazwa\n501234567;1,00;" + name
                        + "\n")
                .getBytes(Charset.forName(written));
        Path file = folder.resolve("x.csv");
        Files.write(file, mark && !written.equals("UTF-8") ? marked(text) : text);
        ExportRows rows = ExportRows.read(SourceFixture.charset(set == null ? null : Charset.forName(set)), file);
        assertThat(rows.noticed().stream().map(finding -> finding.code() + finding.figures()))
                .isEqualTo(held == null ? List.of() : List.of(held + "[" + set + ", " + written + "]"));
        assertThat(rows.layout().beside().warnings().stream().map(finding -> finding.code() + finding.figures()))
                .isEqualTo(warned == null ? List.of() : List.of(warned + "[" + set + "]"));
        assertThat(rows.verdicts()).hasSize(1).first().asString().startsWith("2:OK:48501234567:100");
        assertThat(rows.layout().charset()).isEqualTo(set == null ? Charset.forName(written) : Charset.forName(set));
        assertThat(AlwaysHeld.has(Finding.of("CHARSET_GARBLED"))).isTrue();
    }

    private static byte[] marked(byte[] text) {
        byte[] octets = new byte[text.length + 3];
        System.arraycopy("\ufeff".getBytes(StandardCharsets.UTF_8), 0, octets, 0, 3);
        System.arraycopy(text, 0, octets, 3, text.length);
        return octets;
    }
}
