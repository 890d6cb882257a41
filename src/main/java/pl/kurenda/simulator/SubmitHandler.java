package pl.kurenda.simulator;

import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.jsmpp.PDUStringException;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.BroadcastSm;
import org.jsmpp.bean.CancelBroadcastSm;
import org.jsmpp.bean.CancelSm;
import org.jsmpp.bean.DataSm;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.QueryBroadcastSm;
import org.jsmpp.bean.QuerySm;
import org.jsmpp.bean.ReplaceSm;
import org.jsmpp.bean.SubmitMulti;
import org.jsmpp.bean.SubmitSm;
import org.jsmpp.extra.ProcessRequestException;
import org.jsmpp.session.BroadcastSmResult;
import org.jsmpp.session.DataSmResult;
import org.jsmpp.session.QueryBroadcastSmResult;
import org.jsmpp.session.QuerySmResult;
import org.jsmpp.session.SMPPServerSession;
import org.jsmpp.session.ServerMessageReceiverListener;
import org.jsmpp.session.Session;
import org.jsmpp.session.SubmitMultiResult;
import org.jsmpp.session.SubmitSmResult;
import org.jsmpp.util.MessageId;

/** Responds to submit_sm. Any other operation is refused with ESME_RINVCMDID. */
final class SubmitHandler implements ServerMessageReceiverListener {

    private static final int IDS_A_MILLISECOND = 1000;
    private static final int RECEIPT_BITS = 3;

    private final SimulatorOptions options;
    private final ReceiptQueue receipts;
    private final Function<SMPPServerSession, String> systemIds;
    private final AtomicLong lastId;
    private final AtomicLong accepted = new AtomicLong();
    private final AtomicLong refused = new AtomicLong();
    /** Numbers whose next try is accepted. */
    private final Set<String> throttled = ConcurrentHashMap.newKeySet();

    SubmitHandler(SimulatorOptions options, ReceiptQueue receipts, Function<SMPPServerSession, String> systemIds) {
        this.options = options;
        this.receipts = receipts;
        this.systemIds = systemIds;
        // starts after any id that an earlier run can have given out
        this.lastId = new AtomicLong(options.clock().millis() * IDS_A_MILLISECOND);
    }

    long accepted() {
        return accepted.get();
    }

    long refused() {
        return refused.get();
    }

    @Override
    public SubmitSmResult onAcceptSubmitSm(SubmitSm submit, SMPPServerSession session) throws ProcessRequestException {
        LockSupport.parkNanos(options.responseLatency().toNanos());
        SimulatedOutcome simulatedOutcome = options.fate().apply(submit.getDestAddress());
        if (simulatedOutcome == SimulatedOutcome.REFUSED) {
            refused.incrementAndGet();
            throw new ProcessRequestException("no such destination", SMPPConstant.STAT_ESME_RINVDSTADR);
        }
        if (simulatedOutcome == SimulatedOutcome.THROTTLED && throttled.add(submit.getDestAddress())) {
            refused.incrementAndGet();
            throw new ProcessRequestException("too many messages", SMPPConstant.STAT_ESME_RTHROTTLED);
        }
        throttled.remove(submit.getDestAddress());
        long id = lastId.incrementAndGet();
        accepted.incrementAndGet();
        if (wantsReceipt(submit, simulatedOutcome)) {
            Instant now = options.clock().instant();
            String idInReceipt = options.notation().inReceipt(id);
            receipts.add(new SimulatedReceipt(systemIds.apply(session), submit, idInReceipt, simulatedOutcome, now));
        }
        return new SubmitSmResult(messageId(options.notation().inResponse(id)), new OptionalParameter[0]);
    }

    /** Decides by the lowest two bits of registered_delivery (SMPP v3.4 §5.2.17). */
    private static boolean wantsReceipt(SubmitSm submit, SimulatedOutcome simulatedOutcome) {
        return switch (submit.getRegisteredDelivery() & RECEIPT_BITS) {
            case 1 -> simulatedOutcome != SimulatedOutcome.SILENT;
            case 2 ->
                simulatedOutcome != SimulatedOutcome.DELIVERED
                        && simulatedOutcome != SimulatedOutcome.THROTTLED
                        && simulatedOutcome != SimulatedOutcome.SILENT;
            default -> false;
        };
    }

    private static MessageId messageId(String id) {
        try {
            return new MessageId(id);
        } catch (PDUStringException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public SubmitMultiResult onAcceptSubmitMulti(SubmitMulti request, SMPPServerSession session)
            throws ProcessRequestException {
        throw unsupported();
    }

    @Override
    public QuerySmResult onAcceptQuerySm(QuerySm request, SMPPServerSession session) throws ProcessRequestException {
        throw unsupported();
    }

    @Override
    public void onAcceptReplaceSm(ReplaceSm request, SMPPServerSession session) throws ProcessRequestException {
        throw unsupported();
    }

    @Override
    public void onAcceptCancelSm(CancelSm request, SMPPServerSession session) throws ProcessRequestException {
        throw unsupported();
    }

    @Override
    public BroadcastSmResult onAcceptBroadcastSm(BroadcastSm request, SMPPServerSession session)
            throws ProcessRequestException {
        throw unsupported();
    }

    @Override
    public void onAcceptCancelBroadcastSm(CancelBroadcastSm request, SMPPServerSession session)
            throws ProcessRequestException {
        throw unsupported();
    }

    @Override
    public QueryBroadcastSmResult onAcceptQueryBroadcastSm(QueryBroadcastSm request, SMPPServerSession session)
            throws ProcessRequestException {
        throw unsupported();
    }

    @Override
    public DataSmResult onAcceptDataSm(DataSm request, Session session) throws ProcessRequestException {
        throw unsupported();
    }

    private static ProcessRequestException unsupported() {
        return new ProcessRequestException("not simulated", SMPPConstant.STAT_ESME_RINVCMDID);
    }
}
