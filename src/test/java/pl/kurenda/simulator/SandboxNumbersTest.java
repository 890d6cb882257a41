package pl.kurenda.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.AlertNotification;
import org.jsmpp.bean.BindType;
import org.jsmpp.bean.DataSm;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.NegativeResponseException;
import org.jsmpp.session.BindParameter;
import org.jsmpp.session.DataSmResult;
import org.jsmpp.session.MessageReceiverListener;
import org.jsmpp.session.SMPPSession;
import org.jsmpp.session.Session;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The numbers listed in the interface description for vendors. */
class SandboxNumbersTest {
    private final List<String> receipts = new CopyOnWriteArrayList<>();
    private final SMPPSession session = new SMPPSession();
    private SmscSimulator smsc;

    @BeforeEach
    void bind() throws IOException {
        smsc = new SmscSimulator(
                SimulatorOptions.demo(Clock.systemUTC()).withReceiptDelay(Duration.ZERO, Duration.ofMillis(50)));
        session.setMessageReceiverListener(new Receiver());
        session.connectAndBind(
                "127.0.0.1",
                smsc.port(),
                new BindParameter(
                        BindType.BIND_TRX,
                        "gmina",
                        "tajne",
                        "",
                        TypeOfNumber.UNKNOWN,
                        NumberingPlanIndicator.UNKNOWN,
                        ""));
    }

    @AfterEach
    void close() {
        session.unbindAndClose();
        smsc.close();
    }

    private void refused(String number, int status) {
        assertThatExceptionOfType(NegativeResponseException.class)
                .isThrownBy(() -> Submits.submit(session, number, 1))
                .satisfies(refusal -> assertThat(refusal.getCommandStatus()).isEqualTo(status));
    }

    @ParameterizedTest
    @CsvSource({"48500000001, DELIVRD", "48500000002, UNDELIV", "48500000006, EXPIRED"})
    void aReceiptTellsTheFate(String number, String stat) throws Exception {
        Submits.submit(session, number, 1);
        await().until(() -> receipts.size() == 1);
        assertThat(receipts.get(0)).contains("stat:" + stat);
    }

    @Test
    void oneIsRefusedAtOnce() {
        refused("48500000003", SMPPConstant.STAT_ESME_RINVDSTADR);
        assertThat(smsc.receiptsWaiting()).isZero();
    }

    @Test
    void oneIsThrottledAndThenDelivered() throws Exception {
        refused("48500000004", SMPPConstant.STAT_ESME_RTHROTTLED);
        Submits.submit(session, "48500000004", 1);
        await().until(() -> receipts.size() == 1);
        assertThat(receipts.get(0)).contains("stat:DELIVRD");
        refused("48500000004", SMPPConstant.STAT_ESME_RTHROTTLED);
    }

    @Test
    void oneIsAcceptedAndNeverHeardOfAgain() throws Exception {
        Submits.submit(session, "48500000005", 1);
        assertThat(smsc.accepted()).isEqualTo(1);
        assertThat(smsc.receiptsWaiting()).isZero();
        Submits.submit(session, "48500000001", 2);
        await().until(() -> receipts.size() == 1);
        assertThat(receipts.get(0)).contains("stat:DELIVRD");
    }

    private final class Receiver implements MessageReceiverListener {
        @Override
        public void onAcceptDeliverSm(DeliverSm deliver) {
            receipts.add(new String(deliver.getShortMessage(), StandardCharsets.US_ASCII));
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
