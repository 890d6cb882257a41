package pl.kurenda.report.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CsvSinkTest {

    static Stream<Arguments> texts() {
        return Stream.of(
                arguments("=1+1", "'=1+1"),
                arguments("=cmd;A1", "\"'=cmd;A1\""),
                arguments("+48 600", "'+48 600"),
                arguments("-5", "'-5"),
                arguments("@SUM(A1)", "'@SUM(A1)"),
                arguments("\t=1", "'\t=1"),
                arguments("\r=1", "\"'\r=1\""),
                arguments("\n=1", "\"'\n=1\""),
                arguments("\uFF1D1", "'\uFF1D1"),
                arguments("a=1", "a=1"),
                arguments("x,=cmd|' /C calc'!A0", "x,'=cmd|' /C calc'!A0"),
                arguments("x, +1", "x, '+1"),
                arguments("x,\"=1", "\"x,\"\"'=1\""),
                arguments("=1,@A", "'=1,'@A"),
                arguments("Kowalska, Anna-Maria", "Kowalska, Anna-Maria"),
                arguments("a;b", "\"a;b\""),
                arguments("a\"b", "\"a\"\"b\""),
                arguments("a\r\nb", "\"a\r\nb\""),
                arguments("Żółć", "Żółć"));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void noTextIsAFormulaOrMoreThanACell(String text, String written) throws IOException {
        assertThat(row(text, "x")).isEqualTo(written + ";x");
    }

    @Test
    void numbersHaveADecimalCommaAndTimesAreWrittenInFull() throws IOException {
        assertThat(row(
                        new BigDecimal("-1234.50"),
                        new BigDecimal("0.0650"),
                        7,
                        8L,
                        LocalDate.of(2026, 1, 2),
                        LocalDateTime.of(2026, 1, 2, 0, 0),
                        null,
                        ""))
                .isEqualTo("-1234,50;0,0650;7;8;2026-01-02;2026-01-02 00:00:00;;");
    }

    private static String row(Object... cells) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (CsvSink sink = new CsvSink(out, List.of("h", "i"))) {
            sink.row(cells);
        }
        String text = out.toString(StandardCharsets.UTF_8);
        assertThat(text).startsWith("\uFEFFh;i\r\n").endsWith("\r\n");
        return text.substring(6, text.length() - 2);
    }
}
