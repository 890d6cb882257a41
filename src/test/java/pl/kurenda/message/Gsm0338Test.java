package pl.kurenda.message;

import static org.assertj.core.api.Assertions.assertThat;

import com.cloudhopper.commons.charset.CharsetUtil;
import com.cloudhopper.commons.charset.GSMCharset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Gsm0338Test {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ą",
                "Ł",
                "ó",
                "`",
                "ç",
                "\t",
                "\r\n\u001B",
                "\u001B",
                "\f",
                "\u0000",
                "\u00A0",
                "„",
                "–",
                "…",
                "😀",
                "ř"
            })
    void hasNoCodeForOthers(String text) {
        assertThat(Gsm0338.canEncode(text)).isFalse();
    }

    /** Codes copied by hand from the tables of 3GPP TS 23.038. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            quoteCharacter = '\0',
            value = {
                "@ 00", "$ 02", "_ 11", "¡ 40", "§ 5F", "¿ 60", "à 7F", "É 1F", "Δ 10", "a 61", "Z 5A", "0 30", "¤ 24",
                "[ 1B3C", "] 1B3E", "{ 1B28", "} 1B29", "\\ 1B2F", "~ 1B3D", "| 1B40", "^ 1B14", "€ 1B65"
            })
    void encodesByTheTable(String character, String octets) {
        assertThat(Gsm0338.encode(character)).isEqualTo(HexFormat.of().parseHex(octets));
    }

    @Test
    void agreesWithAnIndependentTableOnEveryCharacterOfTheBasicPlane() {
        List<String> different = new ArrayList<>();
        for (int c = 0; c <= 0xFFFF; c++) {
            String text = String.valueOf((char) c);
            // The other table also has carriage return, escape and page break, which a cleaned text never contains.
            boolean other = GSMCharset.canRepresent(text) && "\f\u001B".indexOf(c) < 0;
            boolean same = Gsm0338.canEncode(text) == other;
            if (same && other) {
                byte[] octets = Gsm0338.encode(text);
                same = Arrays.equals(octets, CharsetUtil.encode(text, CharsetUtil.CHARSET_GSM))
                        && octets.length == Gsm0338.septets((char) c);
            }
            if (!same) {
                different.add("U+%04X".formatted(c));
            }
        }
        assertThat(different).isEmpty();
    }
}
