package pl.kurenda.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import org.junit.jupiter.api.Test;

class SpellingTest {
    /** The shortcut for texts without combining marks depends on this. */
    @Test
    void lettersBelowTheCombiningMarksAreComposed() {
        StringBuilder pairs = new StringBuilder();
        for (char first = 0; first < 0x300; first++) {
            for (char second = 0; second < 0x300; second++) {
                pairs.append(first).append(second);
            }
        }
        assertThat(Normalizer.isNormalized(pairs, Normalizer.Form.NFC)).isTrue();
    }

    @Test
    void marksAndControlsAreCleaned() {
        assertThat(Spelling.clean("o\u0301\u0085x\r\ny\tz\ud83d")).isEqualTo("\u00f3 x\ny z?");
        assertThat(Spelling.clean("\u017b\u00f3\u0142\u0107\n")).isEqualTo("\u017b\u00f3\u0142\u0107\n");
    }
}
