package pl.kurenda.intake.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pl.kurenda.intake.format.Detection;
import pl.kurenda.intake.format.Layout;
import pl.kurenda.intake.row.ExportRows;
import pl.kurenda.intake.source.Source;
import pl.kurenda.intake.source.SourceFixture;

/**
 * Whatever the bytes, the reader neither throws nor hangs, stays within its bounds, and gives each record one verdict.
 * Seeds are fixed, so that failures can be reproduced.
 */
@Timeout(120)
class ReaderFuzzTest {
    private static final byte[] HEADER = "telefon;kwota;nazwa\n".getBytes(StandardCharsets.UTF_8);
    private static final String[] SPICE = {
        "\"", "\"\"", ";", ",", "\t", "|", "\r", "\n", "\r\n", "\0", "\u001a", "'", "=\"", "sep=,\n", "\ufeff", "ł",
        "😀", "E+10"
    };

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void randomOctets(int seed) throws IOException {
        Random random = new Random(seed);
        for (int i = 0; i < 150; i++) {
            byte[] noise = new byte[random.nextInt(4000)];
            random.nextBytes(noise);
            check(noise);
            check(concat(HEADER, noise));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "waste, windows-1250",
        "tax, UTF-8",
        "tax, UTF-16LE",
        "tax, UTF-16BE",
        "waste, IBM852",
    })
    void mutatedExports(String source, String charset) throws IOException {
        Charset written = Charset.forName(source.equals("waste") ? "windows-1250" : "UTF-8");
        String export = new String(resource(source + "-11.csv"), written).substring(0, 3000);
        Random random = new Random(charset.hashCode());
        for (int i = 0; i < 150; i++) {
            StringBuilder text = new StringBuilder(export);
            for (int n = random.nextInt(12); n > 0; n--) {
                mutate(text, random);
            }
            byte[] octets = text.toString().getBytes(Charset.forName(charset));
            for (int n = random.nextInt(3); n > 0; n--) {
                octets[random.nextInt(octets.length)] = (byte) random.nextInt();
            }
            check(octets);
        }
    }

    /** Files that force a long look-ahead, line after line. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"", "a;\"\n", "\"\"\"", "\"\n\"", "\"a\n", "\";\"\n", "x\"\n\"", ";", "\r", "\"\"\n", "=\"\n", "'"
            })
    void aPatternOverAndOver(String pattern) throws IOException {
        check(concat(HEADER, pattern.repeat(400_000 / pattern.length()).getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void theTestWouldNoticeALostRow() throws IOException {
        Path file = Files.write(
                folder.resolve("x.csv"),
                concat(HEADER, "501234567;1;x\n".repeat(3).getBytes()));
        assertThat(ExportRows.read(SourceFixture.withHeader(), file).results()).hasSize(3);
        assertThat(records(file, ';')).hasSize(4);
    }

    private static void mutate(StringBuilder text, Random random) {
        int at = random.nextInt(text.length());
        switch (random.nextInt(4)) {
            case 0 -> text.insert(at, SPICE[random.nextInt(SPICE.length)]);
            case 1 -> text.deleteCharAt(at);
            case 2 -> text.setCharAt(at, (char) random.nextInt(0x2100));
            default -> text.insert(at, text.substring(at, Math.min(text.length(), at + random.nextInt(200))));
        }
    }

    private void check(byte[] octets) throws IOException {
        Path file = Files.write(folder.resolve("x.csv"), octets);
        long start = System.nanoTime();
        for (Source source : List.of(SourceFixture.withHeader(), SourceFixture.withoutHeader())) {
            List<ExportRows> read = new ArrayList<>();
            assertThatCode(() -> read.add(ExportRows.read(source, file))).doesNotThrowAnyException();
            if (read.get(0).detection() instanceof Detection.Readable readable) {
                check(read.get(0), readable.layout(), file);
            }
        }
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(30));
    }

    /** Rows read are the rejected and accepted ones together, each on its own line, in the order of the file. */
    private static void check(ExportRows rows, Layout layout, Path file) throws IOException {
        List<Integer> lines = rows.verdicts().stream()
                .map(verdict -> Integer.parseInt(verdict.substring(0, verdict.indexOf(':'))))
                .toList();
        assertThat(lines).isSorted().doesNotHaveDuplicates();
        List<RawRecord> cut = new ArrayList<>();
        try (RecordText text = RecordText.open(file, layout.csv())) {
            char[] buffer = new char[1024];
            while (text.read(buffer, 0, buffer.length) >= 0) {
                for (RawRecord next = text.poll(); next != null; next = text.poll()) {
                    cut.add(next);
                }
            }
        }
        assertThat(lines).isEqualTo(cut.stream().map(RawRecord::line).toList());
        assertThat(cut).allMatch(record -> record.raw().length <= RecordScanner.MAX_RECORD);
    }

    private static List<RawRecord> records(Path file, char delimiter) throws IOException {
        List<RawRecord> records = new ArrayList<>();
        InputStream in = new ByteArrayInputStream(Files.readAllBytes(file));
        try (RecordScanner cutter = new RecordScanner(in, delimiter, width -> true)) {
            for (RawRecord cut = cutter.next(); cut != null; cut = cutter.next()) {
                records.add(cut);
            }
        }
        return records;
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = ReaderFuzzTest.class.getResourceAsStream("/exports/" + name)) {
            return in.readAllBytes();
        }
    }

    private static byte[] concat(byte[] first, byte[] second) {
        byte[] both = java.util.Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }
}
