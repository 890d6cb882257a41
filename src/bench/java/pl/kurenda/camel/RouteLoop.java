package pl.kurenda.camel;

import java.util.Map;
import java.util.function.IntConsumer;
import pl.kurenda.camel.smpp.SmppRig;
import pl.kurenda.delivery.smsc.SegmentSubmit;
import pl.kurenda.delivery.smsc.SubmitOutcome;

/** The shipped routes over a real connection, without a database. */
public final class RouteLoop implements AutoCloseable {
    private final SmppRig rig;

    /** Returns once the session is bound. */
    public RouteLoop(int port, int window) throws Exception {
        rig = SmppRig.bound(port, Map.of("window", Integer.toString(window)));
    }

    /**
     * Sends the message with that number through the route {@code dispatch} and waits for its response; thread-safe.
     */
    public IntConsumer sender() {
        return number -> {
            SegmentSubmit segment = SmppRig.segment("48501" + (100_000 + number % 900_000), number & 0xffff);
            SubmitOutcome outcome = rig.submit(segment);
            if (!(outcome instanceof SubmitOutcome.Accepted)) {
                throw new IllegalStateException(outcome.toString());
            }
        };
    }

    @Override
    public void close() {
        rig.close();
    }
}
