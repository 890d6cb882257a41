package pl.kurenda.camel;

import org.jsmpp.DefaultPDUSender;
import org.jsmpp.InvalidResponseException;
import org.jsmpp.SynchronizedPDUSender;
import org.jsmpp.bean.Command;
import org.jsmpp.extra.PendingResponse;
import org.jsmpp.session.SMPPSession;
import org.jsmpp.session.connection.ConnectionFactory;
import org.jsmpp.util.DefaultComposer;

/** A session that can tell those who wait on a cut connection that no answer will come. */
final class SmppSession extends SMPPSession {

    SmppSession(ConnectionFactory connections) {
        super(new SynchronizedPDUSender(new DefaultPDUSender(new DefaultComposer())), new SmppReader(), connections);
    }

    /**
     * Ends the wait of every request without an answer. jSMPP alone lets each wait out the whole response time-out, with
     * the window blocked, although the session is closed.
     */
    void endWaiting() {
        InvalidResponseException cut = new InvalidResponseException("the connection was cut before the answer came");
        for (int number = sequence().currentValue(); number > 0 && getUnacknowledgedRequests() > 0; number--) {
            PendingResponse<Command> pending = removePendingResponse(number);
            if (pending != null) {
                pending.doneWithInvalidResponse(cut);
            }
        }
    }
}
