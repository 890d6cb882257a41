package pl.kurenda.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static pl.kurenda.message.AlphabetPolicy.TRANSLITERATE;
import static pl.kurenda.message.AlphabetPolicy.UCS2;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SmsTextTest {

    @Test
    void aTextBeyondSixSegmentsIsTooLongAndCannotBeSent() {
        SmsText sms = SmsText.of("a".repeat(6 * 153 + 1), TRANSLITERATE);
        assertThat(sms.segments()).hasSize(7);
        assertThat(sms.isTooLong()).isTrue();
        assertThatIllegalStateException()
                .isThrownBy(() -> sms.shortMessage(1, 0))
                .withMessage("7 segments are more than 6");
        assertThat(SmsText.of("a".repeat(6 * 153), TRANSLITERATE).isTooLong()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 3})
    void thereIsNoSuchSegment(int number) {
        SmsText sms = SmsText.of("a".repeat(161), TRANSLITERATE);
        assertThatThrownBy(() -> sms.shortMessage(number, 0)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void aTextHasAtLeastOneSegment() {
        assertThatIllegalArgumentException().isThrownBy(() -> new SmsText("", Alphabet.GSM7, List.of()));
        assertThat(SmsText.of("", TRANSLITERATE).segments()).containsExactly(new byte[0]);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "Zażółć gęślą jaźń ZAŻÓŁĆ GĘŚLĄ JAŹŃ|Zazolc gesla jazn ZAZOLC GESLA JAZN",
                "Świętosława Gęś-Żółć|Swietoslawa Ges-Zolc",
                "„Łąka” Sp. z o.o.|\"Laka\" Sp. z o.o.",
                "«a» “b” ‘c’ ‚d’ `e´|\"a\" \"b\" 'c' 'd' 'e'",
                "1–2 — 3 ‑ 4 − 5|1-2 - 3 - 4 - 5",
                "koniec…|koniec...",
                "1\u00A0234,56\u202Fzł|1 234,56 zl",
                "o\u0301 z\u0307|o z",
                "prze\u00ADno\u200Bszenie|przenoszenie",
                "Müller Ñandú @£$ {[€]}|Müller Ñandú @£$ {[€]}"
            })
    void transliterates(String text, String spelled) {
        SmsText sms = SmsText.of(text, TRANSLITERATE);
        assertThat(sms.text()).isEqualTo(spelled);
        // ú is not in GSM 03.38 (ù is): it stays, and makes its text UCS-2
        assertThat(sms.alphabet()).isEqualTo(text.contains("ú") ? Alphabet.UCS2 : Alphabet.GSM7);
    }

    @Test
    void whatIsStillNotGsmTakesTheWholeTextToUcs2() {
        SmsText sms = SmsText.of("Zażółć, Dvořák", TRANSLITERATE);
        assertThat(sms.alphabet()).isEqualTo(Alphabet.UCS2);
        assertThat(sms.text()).isEqualTo("Zazolc, Dvořák");
        assertThat(sms.shortMessage(1, 0)).isEqualTo("Zazolc, Dvořák".getBytes(StandardCharsets.UTF_16BE));
    }

    @ParameterizedTest
    @CsvSource({"Zażółć – „jaźń”,UCS2", "Zazolc @ 5 €,GSM7", "Kraków,UCS2", "Müller,GSM7"})
    void underUcs2TheTextStaysAsItIs(String text, Alphabet alphabet) {
        SmsText sms = SmsText.of(text, UCS2);
        assertThat(sms.text()).isEqualTo(text);
        assertThat(sms.alphabet()).isEqualTo(alphabet);
    }

    @ParameterizedTest
    @MethodSource("controls")
    void lineEndsStayAndOtherControlCharactersBecomeSpaces(String text, String clean) {
        assertThat(SmsText.of(text, TRANSLITERATE).text()).isEqualTo(clean);
        assertThat(SmsText.of(text, UCS2).text()).isEqualTo(clean);
    }

    static List<String[]> controls() {
        return List.of(
                new String[] {"a\r\nb\nc", "a\nb\nc"},
                new String[] {"a\tb\rc\fd\u001Be\u0000f\u007Fg\u0085h", "a b c d e f g h"},
                new String[] {"a\uD800b", "a?b"},
                new String[] {"\uDC00", "?"});
    }

    @ParameterizedTest
    @CsvSource({
        "a,1,1", "a,160,1", "a,161,2", "a,306,2", "a,307,3", "a,918,6",
        "€,80,1", "€,81,2", "€,152,2", "€,153,3", "€,456,6", "€,457,7",
        "я,70,1", "я,71,2", "я,134,2", "я,135,3", "я,402,6", "я,403,7",
        "😀,35,1", "😀,36,2", "😀,66,2", "😀,67,3", "😀,198,6", "😀,199,7"
    })
    void countsSegments(String character, int times, int segments) {
        assertThat(SmsText.of(character.repeat(times), TRANSLITERATE).segments())
                .hasSize(segments);
    }

    @ParameterizedTest
    @ValueSource(strings = {"^", "{", "}", "\\", "[", "~", "]", "|", "€"})
    void charactersOfTheExtensionTableCountTwo(String character) {
        assertThat(SmsText.of("a".repeat(158) + character, TRANSLITERATE).segments())
                .hasSize(1);
        assertThat(SmsText.of("a".repeat(159) + character, TRANSLITERATE).segments())
                .hasSize(2);
    }

    @Test
    void anEscapePairMovesToTheNextSegmentAsAWhole() {
        SmsText sms = SmsText.of("a".repeat(152) + "€" + "b".repeat(20), TRANSLITERATE);
        assertThat(sms.segments()).extracting(s -> s.length).containsExactly(152, 22);
        assertThat(sms.segments().get(1)).startsWith(0x1B, 0x65);
    }

    @Test
    void aSurrogatePairMovesToTheNextSegmentAsAWhole() {
        SmsText sms = SmsText.of("я".repeat(66) + "😀" + "я".repeat(10), TRANSLITERATE);
        assertThat(sms.segments()).extracting(s -> s.length).containsExactly(132, 24);
        assertThat(sms.segments().get(1)).startsWith(0xD8, 0x3D, 0xDE, 0x00);
    }

    @Test
    void aSingleSegmentHasNoHeader() {
        SmsText sms = SmsText.of("@b", TRANSLITERATE);
        assertThat(sms.hasUserDataHeader()).isFalse();
        assertThat(sms.shortMessage(1, 77)).containsExactly(0x00, 0x62);
    }

    @Test
    void eachOfSeveralSegmentsBeginsWithTheHeader() {
        SmsText sms = SmsText.of("a".repeat(153) + "b".repeat(153) + "c", TRANSLITERATE);
        assertThat(sms.hasUserDataHeader()).isTrue();
        assertThat(sms.shortMessage(1, 0xABCD))
                .startsWith(5, 0, 3, 0xCD, 3, 1, 'a')
                .hasSize(159);
        assertThat(sms.shortMessage(2, 0xABCD))
                .startsWith(5, 0, 3, 0xCD, 3, 2, 'b')
                .hasSize(159);
        assertThat(sms.shortMessage(3, 0xABCD)).containsExactly(5, 0, 3, 0xCD, 3, 3, 'c');
    }

    @Test
    void aFullSegmentTakesTheOctetsOfAShortMessageAtMost() {
        assertThat(SmsText.of("я".repeat(134), TRANSLITERATE).shortMessage(1, 1))
                .hasSize(140);
    }

    @Test
    void showsNothingOfTheText() {
        assertThat(SmsText.of("Anna Nowak", TRANSLITERATE)).hasToString("SmsText[GSM7, segments=1]");
    }

    @Property
    void whateverTheTextTheSegmentsSayIt(@ForAll("texts") String text, @ForAll AlphabetPolicy policy) {
        SmsText sms = SmsText.of(text, policy);
        assertThat(SmsDecoder.text(sms)).isEqualTo(sms.text());
    }

    @Property
    void noSegmentIsFullerThanAllowedAndNoneIsWasted(@ForAll("texts") String text, @ForAll AlphabetPolicy policy) {
        SmsText sms = SmsText.of(text, policy);
        List<byte[]> segments = sms.segments();
        int unit = sms.alphabet() == Alphabet.GSM7 ? 1 : 2;
        int limit = unit
                * (segments.size() == 1
                        ? sms.alphabet().single()
                        : sms.alphabet().joined());
        assertThat(segments).allSatisfy(s -> assertThat(s.length).isLessThanOrEqualTo(limit));
        // One unit may stay free if a pair no longer fitted; a text that fits into one segment is not cut.
        assertThat(segments.subList(0, segments.size() - 1))
                .allSatisfy(s -> assertThat(s.length).isGreaterThanOrEqualTo(limit - unit));
        int all = segments.stream().mapToInt(s -> s.length).sum();
        assertThat(segments.size() == 1).isEqualTo(all <= unit * sms.alphabet().single());
    }

    @Property
    void encodingTheStoredTextAgainGivesTheSame(@ForAll("texts") String text, @ForAll AlphabetPolicy policy) {
        SmsText sms = SmsText.of(text, policy);
        assertThat(octets(SmsText.of(sms.text(), policy))).isEqualTo(octets(sms));
        assertThat(octets(SmsText.of(sms.text(), UCS2))).isEqualTo(octets(sms));
    }

    private static List<String> octets(SmsText sms) {
        List<String> octets = new ArrayList<>(List.of(sms.alphabet().name()));
        sms.segments().forEach(segment -> octets.add(Arrays.toString(segment)));
        return octets;
    }

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> gsm = Arbitraries.strings()
                .withChars("abc XYZ09@£$_ÄÖÑÜ§äöñüàΔΩ^{}[]~|€\\ążźćłóŁ„”–…\u00A0\r\n")
                .ofMaxLength(1000);
        Arbitrary<String> pairs = Arbitraries.of("😀", "я", "a", "€", "o\u0301", "ł")
                .list()
                .ofMaxSize(500)
                .map(l -> String.join("", l));
        return Arbitraries.oneOf(gsm, pairs, Arbitraries.strings().ofMaxLength(500));
    }
}
