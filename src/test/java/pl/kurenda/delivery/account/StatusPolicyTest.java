package pl.kurenda.delivery.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StatusPolicyTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"0x00000410", "0x410", "0X410", "1040", "ESME_RTHROTTLED", "esme_rthrottled", "esme.rthrottled"})
    void aStatusIsNamedByNumberOrName(String key) {
        int code = key.toLowerCase(java.util.Locale.ROOT).contains("throttled") ? 0x58 : 0x410;
        assertThat(StatusPolicy.of(Map.of(key, "for-good")).verdict(code)).isEqualTo(SubmitVerdict.FOR_GOOD);
        assertThat(StatusPolicy.of(Map.of(key, "for-good")).verdict(0x14))
                .as("the others stay as they are")
                .isEqualTo(SubmitVerdict.THROTTLED);
    }

    @ParameterizedTest
    @CsvSource({
        "accepted,ACCEPTED",
        "for-now,FOR_NOW",
        "Throttled,THROTTLED",
        "for-good,FOR_GOOD",
        "bind-broken,BIND_BROKEN"
    })
    void itMeansWhatTheSettingSays(String value, SubmitVerdict verdict) {
        assertThat(StatusPolicy.of(Map.of("0x411", value)).verdict(0x411)).isEqualTo(verdict);
    }

    @ParameterizedTest
    @CsvSource({
        "0x410,later,kurenda.smsc.status.0x410 is 'later'",
        "0x00,for-now,kurenda.smsc.status.0x00 names no command_status",
        "ESME_ROK,for-now,kurenda.smsc.status.ESME_ROK names no command_status",
        "ESME_RNONSENSE,for-now,kurenda.smsc.status.ESME_RNONSENSE names no command_status",
        "0x123456789,for-now,names no command_status",
        "-1,for-now,names no command_status",
        "'',for-now,names no command_status"
    })
    void aWrongOneIsRefusedWithASentence(String key, String value, String sentence) {
        assertThatThrownBy(() -> StatusPolicy.of(Map.of(key, value)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(sentence)
                .hasMessageContaining("allowed");
    }

    @Test
    void oneStatusByTwoNamesIsRefused() {
        assertThatThrownBy(() -> StatusPolicy.of(Map.of("0x58", "for-now", "88", "for-good")))
                .hasMessageContaining("given twice")
                .hasMessageContaining("ESME_RTHROTTLED");
    }
}
