package pl.kurenda.recipient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class StopWordsTest {
    private final StopWords words = new StopWords(List.of("stop", "Wypisz", "REZYGNUJĘ"));

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(
            strings = {
                "   ",
                "zapłacę jutro",
                "non-stopowo",
                "nie stop",
                "Proszę nie wypisz mnie",
                "STOPY",
                "wypisze rachunek",
                "Mieszkam przy przystanku bus stop, proszę o kontakt w sprawie tej wpłaty",
                "Stop ten dług został już zapłacony w maju na poczcie",
                "!!!"
            })
    void anotherMessageIsNoWish(String message) {
        assertThat(words.in(message)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "STOP",
                "stop",
                " Stop! ",
                "\"STOP\".",
                "S\u0301TOP",
                "wypisz",
                "WYPISZ MNIE",
                "Proszę mnie wypisz z listy",
                "Prosze stop",
                "STOP SMS",
                "rezygnuje",
                "Rezygnuję!",
                "ＳＴＯＰ",
                "stop\nJan Kowalski, ul. Długa 5 m. 7, 80-001 Gdańsk, wysłane z telefonu",
                "tak, stop 123"
            })
    void aShortMessageWithTheWordIsAWish(String message) {
        assertThat(words.in(message)).isTrue();
    }

    @Test
    void aHugeMessageIsLookedAtOnlyAtItsStart() {
        assertThat(words.in("x ".repeat(1_000_000) + "STOP")).isFalse();
    }

    @Test
    void wordsMustBeWords() {
        assertThatThrownBy(() -> new StopWords(List.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new StopWords(List.of("STOP", "proszę stop")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new StopWords(List.of("!"))).isInstanceOf(IllegalArgumentException.class);
    }
}
