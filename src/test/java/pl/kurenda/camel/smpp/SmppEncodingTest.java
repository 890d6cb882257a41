package pl.kurenda.camel.smpp;

import static org.assertj.core.api.Assertions.assertThat;

import com.cloudhopper.smpp.pdu.SubmitSm;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import pl.kurenda.delivery.smsc.SegmentSubmit;
import pl.kurenda.delivery.smsc.SubmitOutcome.Accepted;
import pl.kurenda.delivery.smsc.SubmitOutcome.NotSent;

/** What goes out arrives unchanged, octet for octet, at an SMSC built on another library. */
class SmppEncodingTest {

    private static final int UCS2 = 8;

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

    @BeforeEach
    void forget() {
        smsc.submits.clear();
    }

    static Stream<Arguments> segments() {
        byte[] everySeptet = new byte[160];
        for (int n = 0; n < everySeptet.length; n++) {
            everySeptet[n] = (byte) (n % 128);
        }
        byte[] full = new byte[153];
        Arrays.fill(full, (byte) 0x61);
        return Stream.of(
                // @ $ _ [ € in GSM 03.38
                Arguments.of("special", new byte[] {0x00, 0x02, 0x11, 0x1B, 0x3C, 0x1B, 0x65}, false, 0),
                Arguments.of("160 septets", everySeptet, false, 0),
                Arguments.of("one octet", new byte[] {0x00}, false, 0),
                Arguments.of("1 of 3", withHeader(0xE7, 3, 1, full), true, 0),
                Arguments.of("2 of 3", withHeader(0xE7, 3, 2, full), true, 0),
                Arguments.of("3 of 3", withHeader(0xE7, 3, 3, new byte[] {0x1B, 0x65}), true, 0),
                Arguments.of("UCS-2", ucs2("Zażółć gęślą jaźń, zł i 🏛"), false, UCS2),
                Arguments.of("UCS-2, 70 units", ucs2("ż".repeat(68) + "🏛"), false, UCS2),
                Arguments.of("UCS-2, 2 of 2", withHeader(255, 2, 2, ucs2("ż".repeat(65) + "🏛")), true, UCS2));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("segments")
    void octetsArriveAsTheyWere(String name, byte[] octets, boolean header, int dataCoding) {
        SegmentSubmit segment =
                new SegmentSubmit("UM Gdansk", "48501234567", octets, header, dataCoding, 65535, Duration.ofHours(24));

        assertThat(rig.submit(segment)).isInstanceOf(Accepted.class);

        assertThat(smsc.submits).hasSize(1);
        SubmitSm arrived = smsc.submits.get(0);
        assertThat(arrived.getShortMessage()).isEqualTo(octets);
        assertThat(arrived.getDataCoding()).isEqualTo((byte) dataCoding);
        assertThat(arrived.getEsmClass()).isEqualTo((byte) (header ? 0x40 : 0));
    }

    @Test
    void allOtherFieldsAreSet() throws Exception {
        rig.submit(new SegmentSubmit(
                "UM Gdansk", "48501234567", new byte[] {0x41}, false, 0, 0x8001, Duration.ofHours(26)));

        SubmitSm arrived = smsc.submits.get(0);
        assertThat(arrived.getSourceAddress().getAddress()).isEqualTo("UM Gdansk");
        assertThat(arrived.getSourceAddress().getTon()).isEqualTo((byte) 5);
        assertThat(arrived.getSourceAddress().getNpi()).isEqualTo((byte) 0);
        assertThat(arrived.getDestAddress().getAddress()).isEqualTo("48501234567");
        assertThat(arrived.getDestAddress().getTon()).isEqualTo((byte) 1);
        assertThat(arrived.getDestAddress().getNpi()).isEqualTo((byte) 1);
        assertThat(arrived.getRegisteredDelivery()).isEqualTo((byte) 1);
        assertThat(arrived.getPriority()).isEqualTo((byte) 0);
        assertThat(arrived.getValidityPeriod()).isEqualTo("000001020000000R");
        assertThat(arrived.getOptionalParameter((short) 0x0204).getValue()).containsExactly(0x80, 0x01);
    }

    @ParameterizedTest
    @CsvSource({
        "PT0S, 000000000001000R",
        "PT1M, 000000000100000R",
        "PT23H59M59S, 000000235959000R",
        "P2D, 000002000000000R",
        "P90D, 000030000000000R",
    })
    void validityIsRelative(Duration validity, String period) {
        assertThat(SmppMapping.relative(validity)).isEqualTo(period);
    }

    @ParameterizedTest
    @CsvSource({"0", "161"})
    void aSegmentOfWrongLengthIsNotSplitButRefusedForGood(int length) {
        SegmentSubmit segment =
                new SegmentSubmit("UM Gdansk", "48501234567", new byte[length], false, 0, 1, Duration.ofHours(24));

        assertThat(rig.submit(segment)).isEqualTo(new NotSent("IllegalArgumentException", true));
        assertThat(smsc.submits).isEmpty();
    }

    @Test
    void aTooLongUcs2SegmentIsNeverSplit() {
        SegmentSubmit segment =
                new SegmentSubmit("UM Gdansk", "48501234567", new byte[142], false, UCS2, 1, Duration.ofHours(24));

        assertThat(rig.submit(segment)).isNotInstanceOf(Accepted.class);
        assertThat(smsc.submits).isEmpty();
    }

    private static byte[] ucs2(String text) {
        return text.getBytes(StandardCharsets.UTF_16BE);
    }

    private static byte[] withHeader(int reference, int total, int number, byte[] text) {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        octets.writeBytes(new byte[] {5, 0, 3, (byte) reference, (byte) total, (byte) number});
        octets.writeBytes(text);
        return octets.toByteArray();
    }
}
