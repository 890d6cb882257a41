package pl.kurenda.delivery.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import pl.kurenda.delivery.account.SmscSettings;
import pl.kurenda.ledger.inbox.DeliveryReceipt;
import pl.kurenda.ledger.receipt.MessageKey;
import pl.kurenda.ledger.receipt.SegmentRef;

public class MessageIdNotationTest {

    @ParameterizedTest
    @CsvSource({
        "auto,1a2b,1A2B,true",
        "auto,000012,12,true",
        "auto,1a,26,true",
        "auto,26,1A,true",
        "auto,26,0000001a,true",
        "auto,ab-cd,AB-CD,true",
        "auto,26,27,false",
        "same,1a,26,false",
        "same,26,26,true",
        "hex-in-response,1A,26,true",
        "hex-in-response,26,26,false",
        "hex-in-receipt,26,1a,true",
        "hex-in-receipt,26,26,false"
    })
    void findsTheIdInEveryNotation(String format, String response, String receipt, boolean found) {
        MessageIdNotation notation = notation(format);
        assertThat(notation.keys(note(receipt)).contains(MessageKey.of(response)))
                .isEqualTo(found);
    }

    @Test
    void inDoubtNothingIsSettled() {
        MessageIdNotation notation = notation("auto");
        assertThat(notation.pick(note("10"), List.of(segment(1, "10"), segment(2, "16"))))
                .isEmpty();
        assertThat(notation.pick(note("10"), List.of())).isEmpty();
    }

    @Test
    void aNotationThatHasProvedItselfDecides() {
        MessageIdNotation notation = notation("auto");
        for (int id = 100; id < 120; id++) {
            notation.pick(note(Integer.toString(id)), List.of(segment(id, Integer.toHexString(id))));
        }
        SegmentRef meant = segment(2, "a");
        assertThat(notation.pick(note("10"), List.of(segment(1, "10"), meant))).isEqualTo(Optional.of(meant));
        assertThat(notation.likelyKey(note("10"))).contains("a");
        assertThat(notation.likelyKey(note("x"))).as("not of that notation").isEmpty();
    }

    @Test
    void nothingIsLikelyBeforeANotationHasProvedItself() {
        MessageIdNotation notation = notation("auto");
        for (int id = 100; id < 119; id++) {
            notation.pick(note(Integer.toString(id)), List.of(segment(id, Integer.toHexString(id))));
        }
        assertThat(notation.likelyKey(note("10"))).isEmpty();
        assertThat(notation.likelyKey(note(null))).isEmpty();
    }

    @Test
    void anSmscThatContradictsItselfProvesNothing() {
        MessageIdNotation notation = notation("auto");
        for (int id = 100; id < 130; id++) {
            notation.pick(note(Integer.toString(id)), List.of(segment(id, Integer.toHexString(id))));
        }
        notation.pick(note("3e8x"), List.of(segment(1, "3e8x")));
        assertThat(notation.likelyKey(note("10"))).isEmpty();
        assertThat(notation.pick(note("10"), List.of(segment(1, "10"), segment(2, "a"))))
                .isEmpty();
    }

    private static MessageIdNotation notation(String format) {
        return new MessageIdNotation(Settings.smsc("id-format", format).idFormat(), Duration.ofDays(1));
    }

    private static DeliveryReceipt note(String messageId) {
        return new DeliveryReceipt("smsc", messageId, "48501234567", "DELIVERED", "000", null, Instant.EPOCH);
    }

    private static SegmentRef segment(long reminder, String key) {
        return new SegmentRef(reminder, 1, key);
    }

    /** Settings as a user would write them. */
    public static final class Settings {
        private Settings() {}

        public static SmscSettings smsc(String... keysAndValues) {
            MapConfigurationPropertySource source = new MapConfigurationPropertySource();
            for (int i = 0; i < keysAndValues.length; i += 2) {
                source.put("kurenda.smsc." + keysAndValues[i], keysAndValues[i + 1]);
            }
            return new Binder(source).bindOrCreate("kurenda.smsc", SmscSettings.class);
        }
    }
}
