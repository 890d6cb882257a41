package pl.kurenda.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.AlertNotification;
import org.jsmpp.bean.BindType;
import org.jsmpp.bean.DataSm;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.NegativeResponseException;
import org.jsmpp.extra.ProcessRequestException;
import org.jsmpp.session.BindParameter;
import org.jsmpp.session.DataSmResult;
import org.jsmpp.session.MessageReceiverListener;
import org.jsmpp.session.SMPPSession;
import org.jsmpp.session.Session;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SmscSimulatorTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-24T07:05:00Z"), ZoneId.of("Europe/Warsaw"));
    private static final SimulatorOptions OPTIONS =
            SimulatorOptions.demo(CLOCK).withReceiptDelay(Duration.ZERO, Duration.ofMillis(50));

    private final List<AutoCloseable> open = new ArrayList<>();
    private final ConcurrentLinkedQueue<DeliverSm> receipts = new ConcurrentLinkedQueue<>();
    private volatile int receiptStatus;

    @AfterEach
    void close() throws Exception {
        for (int n = open.size() - 1; n >= 0; n--) {
            open.get(n).close();
        }
    }

    @Test
    void aRefusedNumberGetsTheStatusAndNoReceipt() throws Exception {
        SmscSimulator smsc = start(OPTIONS);
        SMPPSession session = bind(smsc, BindType.BIND_TRX);

        assertThatThrownBy(() -> Submits.submit(session, "48501234506", 1))
                .isInstanceOfSatisfying(
                        NegativeResponseException.class,
                        refused -> assertThat(refused.getCommandStatus()).isEqualTo(SMPPConstant.STAT_ESME_RINVDSTADR));
        assertThat(smsc.refused()).isEqualTo(1);
        assertThat(smsc.receiptsWaiting()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "48501234500, UNDELIV, 5, 069",
        "48501234503, UNDELIV, 5, 069",
        "48501234504, EXPIRED, 3, 027",
        "48501234505, REJECTD, 8, 034",
        "48501234507, DELIVRD, 2, 000",
        "48501234599, DELIVRD, 2, 000",
    })
    void theNumberTellsTheFate(String number, String stat, int state, String error) throws Exception {
        SmscSimulator smsc = start(OPTIONS);
        String id = Submits.submit(bind(smsc, BindType.BIND_TRX), number, 0x8001);

        await().until(() -> receipts.size() == 1);
        DeliverSm receipt = receipts.peek();
        String decimal = Long.toString(Long.parseLong(id, 16));
        assertThat(receipt.isSmscDeliveryReceipt()).isTrue();
        assertThat(receipt.getSourceAddr()).isEqualTo(number);
        assertThat(receipt.getDestAddress()).isEqualTo("UM Gdansk");
        assertThat(new String(receipt.getShortMessage(), StandardCharsets.US_ASCII))
                .startsWith("id:" + decimal + " sub:001 dlvrd:")
                .contains("submit date:2611240805 done date:2611240805 stat:" + stat + " err:" + error);
        assertThat(receipt.getOptionalParameter(OptionalParameter.Receipted_message_id.class)
                        .getValueAsString())
                .isEqualTo(decimal);
        assertThat(receipt.getOptionalParameter(OptionalParameter.Message_state.class)
                        .getValue())
                .isEqualTo((byte) state);
        assertThat(receipt.getOptionalParameter(OptionalParameter.User_message_reference.class)
                        .getValue())
                .isEqualTo((short) 0x8001);
    }

    @ParameterizedTest
    @CsvSource({"SAME, 10, 10", "HEX_IN_RESPONSE, 16, 10", "HEX_IN_RECEIPT, 10, 16"})
    void theNotationOfIdsCanBeChosen(IdNotation notation, int inResponse, int inReceipt) throws Exception {
        SmscSimulator smsc = start(OPTIONS.withNotation(notation));
        String id = Submits.submit(bind(smsc, BindType.BIND_TRX), "48501234599", 1);

        await().until(() -> receipts.size() == 1);
        String receipted = receipts.peek()
                .getOptionalParameter(OptionalParameter.Receipted_message_id.class)
                .getValueAsString();
        assertThat(Long.parseLong(receipted, inReceipt)).isEqualTo(Long.parseLong(id, inResponse));
    }

    @Test
    void aReceiptWaitsForAReceiverAndIsSentAgainWhenItIsNotTaken() throws Exception {
        SmscSimulator smsc = start(OPTIONS);
        Submits.submit(bind(smsc, BindType.BIND_TX), "48501234599", 1);
        assertThat(smsc.receiptsWaiting()).isEqualTo(1);

        receiptStatus = SMPPConstant.STAT_ESME_RX_T_APPN;
        bind(smsc, BindType.BIND_RX);
        await().until(() -> receipts.size() >= 2);
        assertThat(smsc.receiptsDelivered()).isZero();

        receiptStatus = 0;
        await().until(() -> smsc.receiptsDelivered() == 1 && smsc.receiptsWaiting() == 0);
    }

    @Test
    void receiptsBeyondTheCapacityAreLost() throws Exception {
        SmscSimulator smsc = start(OPTIONS.withReceiptCapacity(2));
        SMPPSession session = bind(smsc, BindType.BIND_TX);
        for (int n = 0; n < 5; n++) {
            Submits.submit(session, "48501234599", n);
        }
        assertThat(smsc.receiptsWaiting()).isEqualTo(2);
        assertThat(smsc.receiptsLost()).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource({"0, 48501234500, 0", "2, 48501234599, 0", "2, 48501234500, 1", "1, 48501234599, 1"})
    void onlyReceiptsThatWereAskedForAreSent(int registered, String number, int expected) throws Exception {
        SmscSimulator smsc = start(OPTIONS);
        Submits.submit(bind(smsc, BindType.BIND_TX), number, 1, registered);
        assertThat(smsc.receiptsWaiting()).isEqualTo(expected);
    }

    @Test
    void idsOfALaterRunAreNew() throws Exception {
        long first = Long.parseLong(Submits.submit(bind(start(OPTIONS), BindType.BIND_TX), "48501234599", 1), 16);
        SimulatorOptions later = SimulatorOptions.demo(Clock.offset(CLOCK, Duration.ofSeconds(1)));
        long second = Long.parseLong(Submits.submit(bind(start(later), BindType.BIND_TX), "48501234599", 1), 16);
        // a second has more ids than can be given out in it
        assertThat(second - first).isGreaterThanOrEqualTo(1_000_000);
    }

    @Test
    void manySubmitsAtOnceGetIdsOfTheirOwn() throws Exception {
        SmscSimulator smsc = start(OPTIONS);
        SMPPSession session = bind(smsc, BindType.BIND_TX);
        bind(smsc, BindType.BIND_RX);
        ExecutorService senders = Executors.newFixedThreadPool(50);
        open.add(senders::shutdownNow);
        List<Future<String>> answers = new ArrayList<>();
        for (int n = 0; n < 5000; n++) {
            int reference = n;
            answers.add(senders.submit(() -> Submits.submit(session, "48501234599", reference)));
        }
        Set<String> ids = new HashSet<>();
        for (Future<String> answer : answers) {
            ids.add(answer.get());
        }
        assertThat(ids).hasSize(5000);
        await().atMost(Duration.ofSeconds(30)).until(() -> receipts.size() == 5000);
        assertThat(smsc.accepted()).isEqualTo(5000);
    }

    @Test
    void closingFreesPortThreadsAndSessions() throws Exception {
        SmscSimulator smsc = new SmscSimulator(OPTIONS);
        int port = smsc.port();
        SMPPSession session = bind(smsc, BindType.BIND_TRX);
        await().until(() -> smsc.sessions() == 1);

        smsc.close();

        await().until(() -> !session.getSessionState().isBound());
        assertThatThrownBy(() -> new Socket(InetAddress.getLoopbackAddress(), port).close())
                .isInstanceOf(ConnectException.class);
        await().until(() -> Thread.getAllStackTraces().keySet().stream()
                .noneMatch(thread -> thread.getName().startsWith("smsc-simulator")));
        open.add(new SmscSimulator(OPTIONS, port));
    }

    private SmscSimulator start(SimulatorOptions options) throws IOException {
        SmscSimulator smsc = new SmscSimulator(options);
        open.add(smsc);
        return smsc;
    }

    private SMPPSession bind(SmscSimulator smsc, BindType type) throws IOException {
        SMPPSession session = new SMPPSession();
        session.setTransactionTimer(5000);
        session.setMessageReceiverListener(new Receiver());
        session.connectAndBind(
                "127.0.0.1",
                smsc.port(),
                new BindParameter(
                        type, "gmina", "tajne", "", TypeOfNumber.UNKNOWN, NumberingPlanIndicator.UNKNOWN, ""));
        open.add(session::unbindAndClose);
        return session;
    }

    private final class Receiver implements MessageReceiverListener {

        @Override
        public void onAcceptDeliverSm(DeliverSm deliver) throws ProcessRequestException {
            receipts.add(deliver);
            if (receiptStatus != 0) {
                throw new ProcessRequestException("later", receiptStatus);
            }
        }

        @Override
        public void onAcceptAlertNotification(AlertNotification alert) {
            throw new AssertionError("the simulator sends none");
        }

        @Override
        public DataSmResult onAcceptDataSm(DataSm dataSm, Session source) {
            throw new AssertionError("the simulator sends none");
        }
    }
}
