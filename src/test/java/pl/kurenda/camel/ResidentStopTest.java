package pl.kurenda.camel;

import static org.assertj.core.api.Assertions.assertThat;

import com.cloudhopper.smpp.pdu.DeliverSm;
import com.cloudhopper.smpp.type.Address;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import pl.kurenda.camel.smpp.IndependentSmsc;
import pl.kurenda.camel.smpp.SmppRig;
import pl.kurenda.delivery.InboundSms;
import pl.kurenda.delivery.InboundSmsFixture;
import pl.kurenda.ledger.LedgerFixture;

/** A resident's STOP over real TCP, from an SMSC built on another library, into a real ledger. */
@ExtendWith(OutputCaptureExtension.class)
class ResidentStopTest {
    private static final int TRY_AGAIN = 0x64;
    private static final int GSM = 0;
    private static final int UCS2 = 8;

    private final LedgerFixture ledger = new LedgerFixture();
    private final InboundSms residents = InboundSmsFixture.of(ledger.stopRequests(), ledger.clock());
    private IndependentSmsc smsc;
    private SmppRig rig;

    @BeforeEach
    void bind() throws Exception {
        smsc = new IndependentSmsc();
        rig = SmppRig.bound(smsc.port(), Map.of());
        rig.keepIn(ledger::entries, ledger::receive);
        ledger.load("x.csv", 2);
    }

    @AfterEach
    void unbind() {
        rig.close();
        smsc.close();
    }

    @Test
    void whatCannotBeStoredIsAskedForAgain() throws Exception {
        ledger.run("rename table stop_request to away");
        assertThat(smsc.deliver(message("48501000002", "STOP", GSM))).isEqualTo(TRY_AGAIN);
        ledger.run("rename table away to stop_request");
        assertThat(smsc.deliver(message("48501000002", "STOP", GSM))).isZero();
        assertThat(ledger.count("stop_request")).isEqualTo(1);
    }

    @Test
    void itIsDurableBeforeItIsAcknowledgedAndEndsWithNothingWaiting(CapturedOutput log) throws Exception {
        assertThat(smsc.deliver(message("48501000002", "Proszę wypisz!", UCS2))).isZero();
        assertThat(ledger.count("stop_request where msisdn = '48501000002' and addressed = '664400500'"))
                .isEqualTo(1);
        residents.settle();
        residents.settle();
        assertThat(ledger.count("opt_out where msisdn = '48501000002'")).isEqualTo(1);
        assertThat(ledger.count("reminder where line = 2 and state = 'SUPPRESSED' and reason = 'OPTED_OUT'"))
                .isEqualTo(1);
        assertThat(ledger.count("reminder where line = 3 and state = 'QUEUED'")).isEqualTo(1);
        assertThat(ledger.count("reminder where source = 'opt-out' and state = 'QUEUED' and sender = '664400500'"
                        + " and text = 'Nie bedziemy juz wysylac przypomnien SMS na ten numer.'"))
                .isEqualTo(1);
        assertThat(log).doesNotContain("48501000002").doesNotContain("wypisz");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "48501000002 | 1 | stop",
                "501000002   | 1 | stop",
                "+48501000002| 1 | stop",
                "7055        | 0 | stop",
                "GMINA       | 0 | stop",
                "48501000002 | 0 | zaplace jutro"
            })
    void onlyATelephoneThatSaysSoIsOptedOut(String from, int expected, String text, CapturedOutput log)
            throws Exception {
        assertThat(smsc.deliver(message(from, text, GSM))).isZero();
        residents.settle();
        assertThat(ledger.count("opt_out where msisdn = '48501000002'")).isEqualTo(expected);
        assertThat(ledger.count("opt_out")).isEqualTo(expected);
        assertThat(rig.stored).isEmpty();
        assertThat(log).doesNotContain("zaplace");
    }

    @Test
    void ofALongMessageOnlyTheFirstPartSpeaks() throws Exception {
        DeliverSm second = message("48501000002", "\u0005\u0000\u0003\u0007\u0002\u0002stop", GSM);
        second.setEsmClass((byte) 0x40);
        assertThat(smsc.deliver(second)).isZero();
        assertThat(ledger.count("stop_request")).isZero();

        DeliverSm first = message("48501000002", "\u0005\u0000\u0003\u0007\u0002\u0001stop", GSM);
        first.setEsmClass((byte) 0x40);
        assertThat(smsc.deliver(first)).isZero();
        assertThat(ledger.count("stop_request")).isEqualTo(1);
    }

    private static DeliverSm message(String from, String text, int coding) throws Exception {
        Charset charset = coding == UCS2 ? StandardCharsets.UTF_16BE : StandardCharsets.ISO_8859_1;
        DeliverSm deliver = new DeliverSm();
        deliver.setSourceAddress(new Address((byte) 1, (byte) 1, from));
        deliver.setDestAddress(new Address((byte) 2, (byte) 1, "664400500"));
        deliver.setDataCoding((byte) coding);
        deliver.setShortMessage(text.getBytes(charset));
        return deliver;
    }
}
