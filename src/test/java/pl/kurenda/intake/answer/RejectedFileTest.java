package pl.kurenda.intake.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import pl.kurenda.intake.column.Field;
import pl.kurenda.intake.column.Reason;
import pl.kurenda.intake.format.Layout;
import pl.kurenda.intake.format.Refusal;
import pl.kurenda.intake.reader.FileEncoding;
import pl.kurenda.intake.text.Texts;
import pl.kurenda.ledger.batch.RejectedRow;

class RejectedFileTest {

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "windows-1250", "ISO-8859-2", "IBM852"})
    void explainsInPolishInTheCharsetOfTheFile(String charset) throws IOException {
        String answer = new String(write(charset, ';', true, "żółw"), Charset.forName(charset));
        assertThat(answer)
                .isEqualTo("tel;kwota;line;reason;explanation\r\nżółw;1;7;PHONE_INVALID;"
                        + "Kolumna tel, wartość żółw: to nie jest numer telefonu. "
                        + "Podaj dziewięć cyfr numeru komórkowego."
                        + "\r\n");
    }

    @Test
    void charsetWithoutPolishLettersGetsThemPlain() throws IOException {
        String answer = new String(write("US-ASCII", ';', false, "x"), StandardCharsets.US_ASCII);
        assertThat(answer).contains("wartosc x: to nie jest numer telefonu").doesNotContain("?");
    }

    @Test
    void quotesAnExplanationThatHoldsTheDelimiter() throws IOException {
        String answer = new String(write("UTF-8", ',', false, "x"), StandardCharsets.UTF_8);
        assertThat(answer).contains(",7,PHONE_INVALID,\"Kolumna tel, wartość x");
    }

    @Test
    void valueIsShownInOneLineAndShort() throws IOException {
        String answer = new String(write("UTF-8", ';', false, "a\r\nb" + "c".repeat(100)), StandardCharsets.UTF_8);
        assertThat(answer.substring(answer.indexOf("7;PHONE")))
                .contains("a bccc")
                .contains("...")
                .hasLineCount(1);
    }

    @Test
    void fileWithoutHeaderGetsNone() throws IOException {
        assertThat(new String(write("UTF-8", ';', false, "x"), StandardCharsets.UTF_8))
                .startsWith("x;1;7;");
    }

    @ParameterizedTest
    @EnumSource(Reason.class)
    void eachReasonHasItsTexts(Reason reason) {
        for (Texts texts : List.of(Texts.POLISH, Texts.ENGLISH)) {
            assertThat(texts.get("reason." + reason, "c", "v", "5"))
                    .isNotBlank()
                    .doesNotContain("{");
        }
        assertThat(Texts.POLISH.get("reason." + reason)).isNotEqualTo(Texts.ENGLISH.get("reason." + reason));
    }

    @ParameterizedTest
    @EnumSource(Refusal.Kind.class)
    void eachRefusalHasItsTexts(Refusal.Kind kind) {
        assertThat(Texts.POLISH.get("refusal." + kind)).isNotEqualTo(Texts.ENGLISH.get("refusal." + kind));
    }

    private static byte[] write(String charset, char delimiter, boolean header, String value) throws IOException {
        Charset known = Charset.forName(charset);
        Layout.Header line = header
                ? new Layout.Header(("tel" + delimiter + "kwota").getBytes(known), List.of("tel", "kwota"), 1)
                : null;
        Layout layout = new Layout(
                new Layout.Form(new FileEncoding.Plain(0), known, false, delimiter, "\r\n"),
                header ? 1 : 0,
                line,
                Map.of(Field.PHONE, 0, Field.AMOUNT, 1),
                2,
                false);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        RejectedFile file = new RejectedFile(layout, out);
        file.writeHeader();
        byte[] raw = (value + delimiter + "1").getBytes(known);
        file.write(new RejectedRow(7, "PHONE_INVALID", "tel", value, 100L, raw));
        return out.toByteArray();
    }
}
