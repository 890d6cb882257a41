package pl.kurenda.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandStatusTest {

    @ParameterizedTest
    @CsvSource({
        "0x0B,FOR_GOOD,ESME_RINVDSTADR",
        "0x58,THROTTLED,ESME_RTHROTTLED",
        "0x14,THROTTLED,ESME_RMSGQFUL",
        "0x08,FOR_NOW,ESME_RSYSERR",
        "0x64,FOR_NOW,ESME_RX_T_APPN",
        "0x65,FOR_GOOD,ESME_RX_P_APPN",
        "0x0E,BIND_BROKEN,ESME_RINVPASWD",
        "0x04,BIND_BROKEN,ESME_RINVBNDSTS",
        "0x410,FOR_NOW,0x00000410",
        "0x09,FOR_NOW,0x00000009"
    })
    void eachStatusHasItsVerdict(String code, SubmitVerdict verdict, String name) {
        assertThat(CommandStatus.verdict(Integer.decode(code))).isEqualTo(verdict);
        assertThat(CommandStatus.name(Integer.decode(code))).isEqualTo(name);
    }
}
