package pl.kurenda.delivery.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandStatusTest {

    /** All codes of SMPP v3.4 §5.1.3, and samples of those reserved or left to vendors. */
    @ParameterizedTest
    @CsvSource({
        "0x00,ACCEPTED,ESME_ROK",
        "0x01,FOR_GOOD,ESME_RINVMSGLEN",
        "0x02,FOR_GOOD,ESME_RINVCMDLEN",
        "0x03,FOR_GOOD,ESME_RINVCMDID",
        "0x04,BIND_BROKEN,ESME_RINVBNDSTS",
        "0x05,BIND_BROKEN,ESME_RALYBND",
        "0x06,FOR_GOOD,ESME_RINVPRTFLG",
        "0x07,FOR_GOOD,ESME_RINVREGDLVFLG",
        "0x08,FOR_NOW,ESME_RSYSERR",
        "0x0A,FOR_GOOD,ESME_RINVSRCADR",
        "0x0B,FOR_GOOD,ESME_RINVDSTADR",
        "0x0C,FOR_GOOD,ESME_RINVMSGID",
        "0x0D,BIND_BROKEN,ESME_RBINDFAIL",
        "0x0E,BIND_BROKEN,ESME_RINVPASWD",
        "0x0F,BIND_BROKEN,ESME_RINVSYSID",
        "0x11,FOR_GOOD,ESME_RCANCELFAIL",
        "0x13,FOR_GOOD,ESME_RREPLACEFAIL",
        "0x14,THROTTLED,ESME_RMSGQFUL",
        "0x15,FOR_GOOD,ESME_RINVSERTYP",
        "0x33,FOR_GOOD,ESME_RINVNUMDESTS",
        "0x34,FOR_GOOD,ESME_RINVDLNAME",
        "0x40,FOR_GOOD,ESME_RINVDESTFLAG",
        "0x42,FOR_GOOD,ESME_RINVSUBREP",
        "0x43,FOR_GOOD,ESME_RINVESMCLASS",
        "0x44,FOR_GOOD,ESME_RCNTSUBDL",
        "0x45,FOR_NOW,ESME_RSUBMITFAIL",
        "0x48,FOR_GOOD,ESME_RINVSRCTON",
        "0x49,FOR_GOOD,ESME_RINVSRCNPI",
        "0x50,FOR_GOOD,ESME_RINVDSTTON",
        "0x51,FOR_GOOD,ESME_RINVDSTNPI",
        "0x53,BIND_BROKEN,ESME_RINVSYSTYP",
        "0x54,FOR_GOOD,ESME_RINVREPFLAG",
        "0x55,FOR_GOOD,ESME_RINVNUMMSGS",
        "0x58,THROTTLED,ESME_RTHROTTLED",
        "0x61,FOR_GOOD,ESME_RINVSCHED",
        "0x62,FOR_GOOD,ESME_RINVEXPIRY",
        "0x63,FOR_GOOD,ESME_RINVDFTMSGID",
        "0x64,FOR_NOW,ESME_RX_T_APPN",
        "0x65,FOR_GOOD,ESME_RX_P_APPN",
        "0x66,FOR_GOOD,ESME_RX_R_APPN",
        "0x67,FOR_GOOD,ESME_RQUERYFAIL",
        "0xC0,FOR_GOOD,ESME_RINVOPTPARSTREAM",
        "0xC1,FOR_GOOD,ESME_ROPTPARNOTALLWD",
        "0xC2,FOR_GOOD,ESME_RINVPARLEN",
        "0xC3,FOR_GOOD,ESME_RMISSINGOPTPARAM",
        "0xC4,FOR_GOOD,ESME_RINVOPTPARAMVAL",
        "0xFE,FOR_GOOD,ESME_RDELIVERYFAILURE",
        "0xFF,FOR_NOW,ESME_RUNKNOWNERR",
        "0x09,FOR_NOW,0x00000009",
        "0x10,FOR_NOW,0x00000010",
        "0x12,FOR_NOW,0x00000012",
        "0x3FF,FOR_NOW,0x000003ff",
        "0x400,FOR_NOW,0x00000400",
        "0x410,FOR_NOW,0x00000410",
        "0x4FF,FOR_NOW,0x000004ff",
        "0x500,FOR_NOW,0x00000500",
        "0x7FFFFFFF,FOR_NOW,0x7fffffff"
    })
    void eachStatusHasItsVerdict(String code, SubmitVerdict verdict, String name) {
        assertThat(CommandStatus.verdict(Integer.decode(code))).isEqualTo(verdict);
        assertThat(CommandStatus.name(Integer.decode(code))).isEqualTo(name);
    }

    @Test
    void thereAreNoOthers() {
        assertThat(CommandStatus.values()).hasSize(48);
    }
}
