package pl.kurenda.camel.smpp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.cloudhopper.smpp.pdu.DeliverSm;
import com.cloudhopper.smpp.tlv.Tlv;
import com.cloudhopper.smpp.type.Address;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import pl.kurenda.ledger.inbox.DeliveryReceipt;

/**
 * Receipts over real TCP from an SMSC built on another library: each is stored, or the SMSC is asked to send it again.
 */
@ExtendWith(OutputCaptureExtension.class)
class SmppReceiptsTest {

    private static final int TRY_AGAIN = 0x64;

    private static IndependentSmsc smsc;
    private static SmppRig rig;

    @BeforeAll
    static void bind() throws Exception {
        smsc = new IndependentSmsc();
        rig = SmppRig.bound(smsc.port(), Map.of());
    }

    @AfterAll
    static void unbind() {
        rig.close();
        smsc.close();
    }

    @AfterEach
    void forget() {
        rig.stored.clear();
        rig.databaseDown = false;
    }

    @Test
    void whatCannotBeStoredIsAskedForAgain(CapturedOutput log) throws Exception {
        rig.databaseDown = true;
        assertThat(smsc.deliver(receipt("id:17 stat:DELIVRD err:000"))).isEqualTo(TRY_AGAIN);
        assertThat(rig.stored).isEmpty();

        rig.databaseDown = false;
        assertThat(smsc.deliver(receipt("id:17 stat:DELIVRD err:000"))).isZero();
        assertThat(rig.stored).hasSize(1);
        assertThat(log).contains("IllegalStateException").doesNotContain("48501234567");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "id:17 sub:001 dlvrd:001 submit date:2611240805 done date:2611240806 stat:DELIVRD err:000 text:x|17|DELIVERED|000",
                "id:17 sub:001 dlvrd:000 submit date:2611240805 done date:2611240806 stat:FAILED err:012 text:x|17|UNDELIVERABLE|012",
                "ID:17 SUB:001 STAT:delivrd ERR:000 TEXT:|17|DELIVERED|000",
                "id:17 sub:001 dlvrd:001 submit date:2611240805 done date:2611240806 err:000|17|-|000",
                "id:17 submit date:2026-11-24 done date:never stat:EXPIRED|17|EXPIRED|-",
                "what is this|-|-|-",
            })
    void whateverItsTextAReceiptIsStored(String text, String id, String stat, String error) throws Exception {
        assertThat(smsc.deliver(receipt(text))).isZero();
        assertThat(rig.notes()).singleElement().satisfies(note -> {
            assertThat(note.smsc()).isEqualTo("operator-1");
            assertThat(note.msisdn()).isEqualTo("48501234567");
            assertThat(note.messageId()).isEqualTo(id);
            assertThat(note.stat()).isEqualTo(stat);
            assertThat(note.errorCode()).isEqualTo(error);
            assertThat(note.userMessageReference()).isNull();
            assertThat(Duration.between(note.receivedAt(), SmppRig.CLOCK.instant()))
                    .isLessThan(Duration.ofMinutes(1));
        });
    }

    @Test
    void tlvsGoBeforeTheText() throws Exception {
        DeliverSm deliver = receipt("id:17 stat:DELIVRD err:000");
        deliver.setOptionalParameter(new Tlv((short) 0x001E, octets("beef\0")));
        deliver.setOptionalParameter(new Tlv((short) 0x0427, new byte[] {5}));
        deliver.setOptionalParameter(new Tlv((short) 0x0423, new byte[] {3, 1, 2}));
        deliver.setOptionalParameter(new Tlv((short) 0x0204, new byte[] {(byte) 0xFF, (byte) 0xFE}));

        assertThat(smsc.deliver(deliver)).isZero();
        assertNote("beef", "UNDELIVERABLE", "3-258", 65534);
    }

    @Test
    void tlvsAloneAreAReceipt() throws Exception {
        DeliverSm deliver = receipt("");
        deliver.setEsmClass((byte) 0);
        deliver.setOptionalParameter(new Tlv((short) 0x001E, octets("17")));
        deliver.setOptionalParameter(new Tlv((short) 0x0427, new byte[] {2}));

        assertThat(smsc.deliver(deliver)).isZero();
        assertNote("17", "DELIVERED", null, null);
    }

    @Test
    void aStateThatIsNoneFallsBackToTheText() throws Exception {
        DeliverSm deliver = receipt("id:17 stat:DELIVRD");
        deliver.setOptionalParameter(new Tlv((short) 0x0427, new byte[] {77}));
        deliver.setOptionalParameter(new Tlv((short) 0x1400, new byte[] {1, 2, 3}));

        assertThat(smsc.deliver(deliver)).isZero();
        assertNote("17", "DELIVERED", null, null);
    }

    @Test
    void theTextMayComeAsMessagePayload() throws Exception {
        DeliverSm deliver = receipt("");
        deliver.setOptionalParameter(new Tlv((short) 0x0424, octets("id:17 stat:UNDELIV err:069")));

        assertThat(smsc.deliver(deliver)).isZero();
        assertNote("17", "UNDELIVERABLE", "069", null);
    }

    @Test
    void aMessageFromATelephoneIsAcknowledgedNotStoredAndLoggedMasked(CapturedOutput log) throws Exception {
        DeliverSm deliver = receipt("id:17 stat:DELIVRD err:000 zaplace jutro");
        deliver.setEsmClass((byte) 0);

        assertThat(smsc.deliver(deliver)).isZero();
        assertThat(rig.stored).isEmpty();
        assertThat(log)
                .contains("+48 *** *** 567")
                .doesNotContain("48501234567")
                .doesNotContain("zaplace");
    }

    /** A deliver_sm with the esm_class of a receipt and this text. */
    static DeliverSm receipt(String text) throws Exception {
        DeliverSm deliver = new DeliverSm();
        deliver.setEsmClass((byte) 0x04);
        deliver.setSourceAddress(new Address((byte) 1, (byte) 1, "48501234567"));
        deliver.setDestAddress(new Address((byte) 5, (byte) 0, "UM Gdansk"));
        deliver.setShortMessage(octets(text));
        return deliver;
    }

    private static void assertNote(String id, String stat, String error, Integer reference) {
        assertThat(rig.notes())
                .extracting(
                        DeliveryReceipt::messageId,
                        DeliveryReceipt::stat,
                        DeliveryReceipt::errorCode,
                        DeliveryReceipt::userMessageReference)
                .containsExactly(tuple(id, stat, error, reference));
    }

    private static byte[] octets(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    @ParameterizedTest
    @CsvSource({
        "1,48501234567,GMINA,48501234567",
        "1,+48501234567,GMINA,48501234567",
        "0,0048501234567,GMINA,48501234567",
        "2,501234567,GMINA,48501234567",
        "1,298123456,GMINA,298123456",
        "5,GMINA,48501234567,48501234567",
        "3,8055,48501234567,48501234567",
        "5,GMINA,501234567,48501234567"
    })
    void theTelephoneIsFoundHoweverItIsWritten(byte ton, String source, String destination, String telephone)
            throws Exception {
        DeliverSm receipt = receipt("id:17 stat:DELIVRD err:000");
        receipt.setSourceAddress(new Address(ton, (byte) 1, source));
        receipt.setDestAddress(new Address((byte) 0, (byte) 1, destination));
        assertThat(smsc.deliver(receipt)).isZero();
        assertThat(rig.stored).extracting("msisdn").containsExactly(telephone);
    }
}
