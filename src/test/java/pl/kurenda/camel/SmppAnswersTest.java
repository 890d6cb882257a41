package pl.kurenda.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pl.kurenda.camel.smpp.IndependentSmsc;
import pl.kurenda.camel.smpp.SmppRig;
import pl.kurenda.delivery.smsc.SubmitOutcome.Accepted;
import pl.kurenda.delivery.smsc.SubmitOutcome.Refused;
import pl.kurenda.delivery.smsc.SubmitOutcome.Unknown;

/** Responses that come too late, do not come, or cannot be read. */
class SmppAnswersTest {
    private IndependentSmsc smsc;
    private SmppRig rig;

    @BeforeEach
    void bind() throws Exception {
        smsc = new IndependentSmsc();
        rig = SmppRig.bound(smsc.port(), Map.of("response-timeout", "1s"));
    }

    @AfterEach
    void unbind() {
        rig.close();
        smsc.close();
    }

    @Test
    void anAnswerAfterTheTimeoutIsToldAllTheSame() throws Exception {
        smsc.answer = submit -> null;
        assertThat(rig.submit(SmppRig.segment("48501234567", 1))).isInstanceOf(Unknown.class);
        smsc.answerLate(smsc.submits.get(0));
        await().until(() -> rig.late.size() == 1);
        assertThat(rig.late.peek()).isInstanceOf(Accepted.class);
    }

    @Test
    void noAnswerInTimeIsUnknown() {
        smsc.answer = submit -> null;
        assertThat(rig.submit(SmppRig.segment("48501234567", 1))).isEqualTo(new Unknown("NOT_IN_TIME"));
    }

    @Test
    void anAnswerWithoutAnIdIsAccepted() {
        smsc.answer = submit -> submit.createResponse();
        assertThat(rig.submit(SmppRig.segment("48501234567", 1))).isEqualTo(new Accepted(""));
    }

    @ParameterizedTest
    @ValueSource(ints = {66, 80, 2000})
    void anAnswerWhoseIdCannotBeReadIsWhatItsHeaderSaysAndTheSessionGoesOn(int octets) {
        smsc.answer = submit -> {
            var response = submit.createResponse();
            response.setMessageId("7".repeat(octets));
            return response;
        };
        assertThat(rig.submit(SmppRig.segment("48501234567", 1))).isEqualTo(new Accepted(""));
        smsc.answer = submit -> {
            var response = submit.createResponse();
            response.setCommandStatus(0x0b);
            response.setMessageId("7".repeat(octets));
            return response;
        };
        assertThat(rig.submit(SmppRig.segment("48501234567", 1))).isEqualTo(new Refused(0x0b));
        smsc.answer = smsc::accept;
        assertThat(rig.submit(SmppRig.segment("48501234567", 2))).isInstanceOf(Accepted.class);
    }
}
