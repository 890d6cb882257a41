package pl.kurenda.e2e;

import com.cloudhopper.smpp.SmppBindType;
import com.cloudhopper.smpp.SmppConstants;
import com.cloudhopper.smpp.SmppServerSession;
import com.cloudhopper.smpp.pdu.DeliverSm;
import com.cloudhopper.smpp.pdu.SubmitSm;
import com.cloudhopper.smpp.tlv.Tlv;
import com.cloudhopper.smpp.type.Address;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;

/** The delivery receipts of the {@link CountingSmsc}: each is sent again until it has been acknowledged. */
final class SmscReceipts {
    final AtomicInteger sent = new AtomicInteger();
    final AtomicInteger acknowledged = new AtomicInteger();

    /** Whether none leaves for now. */
    volatile boolean held;

    /** Whether receipts bring back the user_message_reference of the submit (SMPP v3.4 §5.3.2.17). */
    volatile boolean withReference;

    /** Whether each comes after an intermediate one and one that nobody can read, twice, and in no order. */
    volatile boolean noisy;
    /** How a message to a destination ends, as receipts write it. */
    volatile UnaryOperator<String> stat = destination -> "DELIVRD";

    private final List<SmppServerSession> sessions;
    private final ScheduledExecutorService later;

    SmscReceipts(List<SmppServerSession> sessions, ScheduledExecutorService later) {
        this.sessions = sessions;
        this.later = later;
    }

    void after(long millis, SubmitSm submit, long id) {
        if (!later.isShutdown()) {
            long more = noisy ? ThreadLocalRandom.current().nextLong(500) : 0;
            later.schedule(() -> send(submit, id), millis + more, TimeUnit.MILLISECONDS);
        }
    }

    private void send(SubmitSm submit, long id) {
        try {
            if (!held && accepted(submit, id)) {
                acknowledged.incrementAndGet();
                return;
            }
        } catch (Exception nobodyThere) {
            // as an SMSC does whose receipt has not been acknowledged
        }
        after(500, submit, id);
    }

    private boolean accepted(SubmitSm submit, long id) throws Exception {
        SmppServerSession receiver = receiver();
        sent.incrementAndGet();
        if (noisy) {
            accepted(receiver, receipt(submit, "id:" + id + " stat:ENROUTE err:000"));
            accepted(receiver, receipt(submit, "id:" + id + " stat: err: \u0000\u0001 dlvrd"));
            accepted(receiver, receipt(submit, ended(submit, id)));
        }
        return accepted(receiver, receipt(submit, ended(submit, id)));
    }

    private String ended(SubmitSm submit, long id) {
        return "id:" + id + " sub:001 dlvrd:001 submit date:2611241000 done date:2611241001 stat:"
                + stat.apply(submit.getDestAddress().getAddress()) + " err:000 text:";
    }

    private static boolean accepted(SmppServerSession receiver, DeliverSm receipt) throws Exception {
        var waiting = receiver.sendRequestPdu(receipt, 10_000, true);
        return waiting.await(10_000)
                && waiting.isSuccess()
                && waiting.getResponse().getCommandStatus() == 0;
    }

    private DeliverSm receipt(SubmitSm submit, String text) throws Exception {
        DeliverSm receipt = new DeliverSm();
        receipt.setEsmClass((byte) 4);
        receipt.setSourceAddress(
                new Address((byte) 1, (byte) 1, submit.getDestAddress().getAddress()));
        receipt.setDestAddress(submit.getSourceAddress());
        receipt.setShortMessage(text.getBytes(StandardCharsets.US_ASCII));
        Tlv reference = submit.getOptionalParameter(SmppConstants.TAG_USER_MESSAGE_REFERENCE);
        if (withReference && reference != null) {
            receipt.addOptionalParameter(reference);
        }
        return receipt;
    }

    private SmppServerSession receiver() {
        return sessions.stream()
                .filter(s -> s.getBindType() != SmppBindType.TRANSMITTER && s.isBound())
                .findFirst()
                .orElseThrow();
    }
}
