package pl.kurenda.camel.smpp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.cloudhopper.smpp.SmppBindType;
import com.cloudhopper.smpp.pdu.QuerySmResp;
import com.cloudhopper.smpp.pdu.SubmitSm;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import pl.kurenda.delivery.smsc.MessageQuery;
import pl.kurenda.delivery.smsc.MessageStatus;
import pl.kurenda.delivery.smsc.SubmitOutcome;
import pl.kurenda.delivery.smsc.SubmitOutcome.Accepted;
import pl.kurenda.delivery.smsc.SubmitOutcome.NotSent;
import pl.kurenda.delivery.smsc.SubmitOutcome.Refused;
import pl.kurenda.delivery.smsc.SubmitOutcome.Unknown;

/** The link over real TCP against an SMSC built on another library. */
@ExtendWith(OutputCaptureExtension.class)
public class SmppLinkTest {

    private static final int WINDOW = 50;

    private final ExecutorService senders = Executors.newFixedThreadPool(WINDOW);
    private IndependentSmsc smsc;
    private SmppRig rig;

    @BeforeEach
    void bind() throws Exception {
        smsc = new IndependentSmsc();
        rig = SmppRig.bound(smsc.port(), Map.of("window", "50", "response-timeout", "1s"));
    }

    @AfterEach
    void unbind() {
        senders.shutdownNow();
        rig.close();
        smsc.close();
    }

    @Test
    void thousandSubmitsArriveOnceEach() throws Exception {
        List<SubmitOutcome> outcomes = submit(1000);

        assertThat(outcomes).hasSize(1000).allMatch(Accepted.class::isInstance).doesNotHaveDuplicates();
        assertThat(smsc.submits).hasSize(1000);
        assertThat(smsc.submits.stream().map(SmppLinkTest::reference)).doesNotHaveDuplicates();
        assertThat(smsc.bound(SmppBindType.TRANSMITTER)).isEqualTo(1);
        assertThat(smsc.bound(SmppBindType.RECEIVER)).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {0x0b, 0x14, 0x45, 0x58, 0x400})
    void aRefusalCarriesTheStatus(int status) {
        smsc.answer = submit -> {
            var response = submit.createResponse();
            response.setCommandStatus(status);
            return response;
        };
        assertThat(rig.submit(SmppRig.segment("48501234567", 1))).isEqualTo(new Refused(status));
        assertThat(smsc.submits).hasSize(1);
    }

    @Test
    void aGenericNackIsARefusal() {
        smsc.answer = submit -> submit.createGenericNack(3);
        assertThat(rig.submit(SmppRig.segment("48501234567", 1))).isEqualTo(new Refused(3));
    }

    @Test
    void aFieldThatFitsNoPduIsNotSentForGood() {
        assertThat(rig.submit(SmppRig.segment("4".repeat(40), 1))).isEqualTo(new NotSent("PDUStringException", true));
        assertThat(smsc.submits).isEmpty();
    }

    @Test
    void aCutLeavesUnknownInFlightNotSentAfterAndBindsAgain() throws Exception {
        rig.close();
        rig = SmppRig.bound(smsc.port(), Map.of("window", "50", "response-timeout", "60s"));
        smsc.answer = submit -> reference(submit) % 2 == 0 ? smsc.accept(submit) : null;
        List<Future<SubmitOutcome>> inFlight = start(40);
        await().until(() -> smsc.submits.size() == 40);
        int port = smsc.port();

        smsc.close();

        // long before the response time-out, so that the window is free again
        await().atMost(Duration.ofSeconds(5)).until(() -> inFlight.stream().allMatch(Future::isDone));
        for (int n = 0; n < 40; n++) {
            assertThat(inFlight.get(n).get()).isInstanceOf(n % 2 == 0 ? Accepted.class : Unknown.class);
        }
        assertThat(rig.link.ready()).isFalse();
        assertThat(submit(10)).allSatisfy(outcome -> assertThat(outcome).isEqualTo(new NotSent("SmppNotBound", false)));

        try (IndependentSmsc again = new IndependentSmsc(port)) {
            await().until(() -> rig.link.ready() && rig.receiver().bound());
            assertThat(submit(100)).allMatch(Accepted.class::isInstance);
            assertThat(again.submits).hasSize(100);
        }
    }

    @Test
    void anSmscThatIsDownAtTheStartIsBoundLater() throws Exception {
        rig.close();
        int port = smsc.port();
        smsc.close();
        rig = new SmppRig(port, Map.of());

        assertThat(rig.context.getRouteController().getRouteStatus("dispatch").isStarted())
                .isTrue();
        assertThat(rig.link.ready()).isFalse();
        assertThat(rig.submit(SmppRig.segment("48501234567", 1))).isEqualTo(new NotSent("SmppNotBound", false));

        smsc = new IndependentSmsc(port);
        await().until(() -> rig.link.ready());
        assertThat(rig.submit(SmppRig.segment("48501234567", 1))).isInstanceOf(Accepted.class);
    }

    @Test
    void aRefusedBindDoesNotHoldUpTheStartAndIsTriedSeldom(CapturedOutput log) throws Exception {
        rig.close();
        smsc.bindStatus = 0x0e;
        smsc.bindsAsked.set(0);
        rig = new SmppRig(smsc.port(), Map.of());

        await().until(() -> smsc.bindsAsked.get() >= 2);
        assertThat(rig.link.ready()).isFalse();
        assertThat(rig.submit(SmppRig.segment("48501234567", 1))).isEqualTo(new NotSent("SmppNotBound", false));
        // two binds at first; every further try waits for the longest pause
        await().during(Duration.ofMillis(900)).atMost(Duration.ofSeconds(3)).until(() -> smsc.bindsAsked.get() <= 8);
        assertThat(log.toString().split("refuses the bind with command_status 0x0000000e", -1))
                .as("said once for each of the two sessions")
                .hasSize(3);
        assertThat(log).doesNotContain("tajne").doesNotContain("NegativeResponseException");

        smsc.bindStatus = 0;
        await().until(() -> rig.link.ready());
    }

    @ParameterizedTest
    @CsvSource({"2,DELIVERED", "5,UNDELIVERABLE", "1,ENROUTE"})
    void aQuestionIsAnsweredByTheSmsc(byte state, String stat) {
        smsc.state = query -> {
            QuerySmResp answer = query.createResponse();
            answer.setMessageId(query.getMessageId());
            answer.setMessageState(query.getMessageId().equals("4711") ? state : 8);
            answer.setErrorCode((byte) 0xf0);
            return answer;
        };
        assertThat(rig.link.query(new MessageQuery("4711", "UM Gdansk"))).contains(new MessageStatus(stat, 240));
    }

    @Test
    void anSmscThatKnowsNoQuestionsIsNoTrouble(CapturedOutput log) {
        smsc.state = query -> query.createGenericNack(3);
        assertThat(rig.link.query(new MessageQuery("4711", "UM Gdansk"))).isEmpty();
        assertThat(rig.link.query(new MessageQuery("4712", "UM Gdansk"))).isEmpty();
        assertThat(log.toString().split("does not answer query_sm", -1)).hasSize(2);
    }

    @Test
    void aStoppedRouteIsNotReadyAndSendsNothing() throws Exception {
        rig.context.getRouteController().stopRoute("dispatch");

        assertThat(rig.link.ready()).isFalse();
        assertThat(rig.submit(SmppRig.segment("48501234567", 1)))
                .isInstanceOfSatisfying(
                        NotSent.class,
                        outcome -> assertThat(outcome.permanent()).isFalse());
        assertThat(smsc.submits).isEmpty();
    }

    @Test
    void aTransceiverIsOneSession() throws Exception {
        rig.close();
        rig = SmppRig.bound(smsc.port(), Map.of("bind", "transceiver"));

        assertThat(rig.submit(SmppRig.segment("48501234567", 1))).isInstanceOf(Accepted.class);
        assertThat(smsc.deliver(SmppReceiptsTest.receipt("id:1 stat:DELIVRD err:000")))
                .isZero();
        assertThat(rig.notes()).hasSize(1);
        assertThat(smsc.bound(SmppBindType.TRANSCEIVER)).isEqualTo(1);
        assertThat(smsc.bound(SmppBindType.TRANSMITTER)).isZero();
        assertThat(smsc.bound(SmppBindType.RECEIVER)).isZero();
    }

    @Test
    void stoppingUnbinds() {
        rig.close();
        await().until(() -> smsc.bound(SmppBindType.TRANSMITTER) + smsc.bound(SmppBindType.RECEIVER) == 0);
    }

    private List<SubmitOutcome> submit(int count) throws Exception {
        List<SubmitOutcome> outcomes = new ArrayList<>();
        for (Future<SubmitOutcome> future : start(count)) {
            outcomes.add(future.get());
        }
        return outcomes;
    }

    private List<Future<SubmitOutcome>> start(int count) {
        return IntStream.range(0, count)
                .mapToObj(n -> senders.submit(() -> rig.submit(SmppRig.segment("48501234567", n))))
                .toList();
    }

    private static int reference(SubmitSm submit) {
        byte[] value = submit.getOptionalParameter((short) 0x0204).getValue();
        return (value[0] & 0xff) << 8 | value[1] & 0xff;
    }
}
