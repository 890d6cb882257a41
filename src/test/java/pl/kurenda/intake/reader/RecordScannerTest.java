package pl.kurenda.intake.reader;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import pl.kurenda.intake.reader.RawRecord.Flaw;

class RecordScannerTest {

    /** Each record is shown as line:cells:flaw:bytes. Three cells are right. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void cutsRecords(String what, String file, List<String> expected) throws IOException {
        assertThat(cut(bytes(file), 3)).extracting(RecordScannerTest::shown).isEqualTo(expected);
    }

    static Stream<Arguments> files() {
        return Stream.of(
                arguments("nothing", "", List.of()),
                arguments("blank lines only", "\r\n \n\n\t\n\u001a", List.of()),
                arguments("LF", "a;b;c\nd;e;f\n", List.of("1:3:NONE:a;b;c", "2:3:NONE:d;e;f")),
                arguments("CRLF", "a;b;c\r\nd;e;f\r\n", List.of("1:3:NONE:a;b;c", "2:3:NONE:d;e;f")),
                arguments("CR", "a;b;c\rd;e;f\r", List.of("1:3:NONE:a;b;c", "2:3:NONE:d;e;f")),
                arguments("no last line end", "a;b;c\nd;e;f", List.of("1:3:NONE:a;b;c", "2:3:NONE:d;e;f")),
                arguments("blank lines count", "\n\na;b;c\r\n\r\nd;e;f", List.of("3:3:NONE:a;b;c", "5:3:NONE:d;e;f")),
                arguments("empty cells are a blank line", ";;\na;;\n", List.of("2:3:NONE:a;;")),
                arguments("delimiter and quote in quotes", "\"a;\"\"\";b;c\n", List.of("1:3:NONE:\"a;\"\"\";b;c")),
                arguments(
                        "line end in quotes",
                        "\"a\r\nb\";b;c\nd;e;f",
                        List.of("1:3:NONE:\"a\r\nb\";b;c", "3:3:NONE:d;e;f")),
                arguments("quote inside a cell", "P.H. \"X\";b;c\n", List.of("1:3:NONE:P.H. \"X\";b;c")),
                arguments("blanks after a quote", "\"a\" \t;b;\"c\" \n", List.of("1:3:NONE:\"a\" \t;b;\"c\" ")),
                arguments("too few cells", "a;b\nd;e;f\n", List.of("1:2:NONE:a;b", "2:3:NONE:d;e;f")),
                arguments(
                        "text after a quote",
                        "\"Laka\" Sp.;b;c\nd;e;f\n",
                        List.of("1:0:QUOTING:\"Laka\" Sp.;b;c", "2:3:NONE:d;e;f")),
                arguments(
                        "never closed",
                        "a;\"b;c\nd;e;f\ng;h;i\n",
                        List.of("1:0:QUOTING:a;\"b;c", "2:3:NONE:d;e;f", "3:3:NONE:g;h;i")),
                arguments("never closed, last of all", "a;b;c\nd;\"e", List.of("1:3:NONE:a;b;c", "2:0:QUOTING:d;\"e")),
                arguments(
                        "closed by the next quoted row",
                        "a;\"b;c\nd;\"e\";f\ng;h;i\n",
                        List.of("1:0:QUOTING:a;\"b;c", "2:3:NONE:d;\"e\";f", "3:3:NONE:g;h;i")),
                arguments(
                        "closed by a later row, but with too many cells",
                        "a;b;\"c\nd;e;f\"\n;g;h;i\n",
                        List.of("1:3:NONE:a;b;\"c\nd;e;f\"", "3:4:NONE:;g;h;i")),
                arguments(
                        "several lines with a wrong number of cells",
                        "a;\"b\nd;e\";f;g\nh;i;j\n",
                        List.of("1:0:QUOTING:a;\"b", "2:4:NONE:d;e\";f;g", "3:3:NONE:h;i;j")));
    }

    @Test
    void cellOver64KiBIsFlawedAloneAndTheNextLineIsReadOn() throws IOException {
        String big = "x".repeat(RecordScanner.MAX_CELL + 1);
        List<RawRecord> records = cut(bytes("a;" + big + ";c\nd;e;f\n\"" + big + "\";b;c\ng;h;i"), 3);
        assertThat(records).extracting(RawRecord::flaw).containsExactly(Flaw.SIZE, Flaw.NONE, Flaw.SIZE, Flaw.NONE);
        assertThat(records).extracting(RawRecord::line).containsExactly(1, 2, 3, 4);
        assertThat(records.get(0).raw()).hasSize(big.length() + 4);
    }

    @Test
    void cellOf64KiBIsRead() throws IOException {
        String big = "x".repeat(RecordScanner.MAX_CELL);
        assertThat(cut(bytes("a;" + big + ";c\n"), 3))
                .extracting(RawRecord::flaw)
                .containsExactly(Flaw.NONE);
    }

    @Test
    void lineWithoutEndTakesNoMoreThanOneRecordOfMemory() throws IOException {
        long length = 300L * 1024 * 1024;
        InputStream file =
                new SequenceInputStream(new Repeated('x', length), new ByteArrayInputStream(bytes("\na;b;c")));
        try (RecordScanner cutter = new RecordScanner(file, ';', width -> width == 3)) {
            assertThat(cutter.next().raw()).hasSize(RecordScanner.MAX_RECORD);
            assertThat(shown(cutter.next())).isEqualTo("2:3:NONE:a;b;c");
            assertThat(cutter.next()).isNull();
        }
    }

    @Test
    void unclosedQuoteInALargeFileFlawsItsOwnLineOnly() throws IOException {
        StringBuilder file = new StringBuilder("a;\"b;c\n");
        for (int i = 0; i < 50_000; i++) {
            file.append("d;e;f\n");
        }
        List<RawRecord> records = cut(bytes(file.toString()), 3);
        assertThat(records).hasSize(50_001);
        assertThat(records)
                .filteredOn(cut -> !cut.sound())
                .extracting(RawRecord::line)
                .containsExactly(1);
    }

    @Test
    void showsNothingOfTheRow() throws IOException {
        assertThat(cut(bytes("501234567;Jan;1"), 3).get(0).toString()).doesNotContain("501");
    }

    private static List<RawRecord> cut(byte[] file, int width) throws IOException {
        List<RawRecord> records = new ArrayList<>();
        try (RecordScanner cutter =
                new RecordScanner(new Dripping(new ByteArrayInputStream(file)), ';', cells -> cells == width)) {
            for (RawRecord cut = cutter.next(); cut != null; cut = cutter.next()) {
                records.add(cut);
            }
        }
        return records;
    }

    private static String shown(RawRecord cut) {
        return cut.line() + ":" + cut.cells() + ":" + cut.flaw() + ":" + new String(cut.raw(), ISO_8859_1);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(ISO_8859_1);
    }

    /** Returns a few bytes at a time, as a network folder may. */
    private static final class Dripping extends java.io.FilterInputStream {
        Dripping(InputStream in) {
            super(in);
        }

        @Override
        public int read(byte[] octets, int start, int length) throws IOException {
            return super.read(octets, start, Math.min(length, 1021));
        }
    }

    private static final class Repeated extends InputStream {
        private final int octet;
        private long left;

        Repeated(int octet, long length) {
            this.octet = octet;
            this.left = length;
        }

        @Override
        public int read() {
            return left-- > 0 ? octet : -1;
        }

        @Override
        public int read(byte[] octets, int start, int length) {
            if (left <= 0) {
                return -1;
            }
            int count = (int) Math.min(left, length);
            java.util.Arrays.fill(octets, start, start + count, (byte) octet);
            left -= count;
            return count;
        }
    }
}
