package pl.kurenda.web.today;

import java.util.Map;
import pl.kurenda.web.support.PolishFormat;
import pl.kurenda.web.support.Stage;

/**
 * How far a file got: read, queued, sent, delivered.
 *
 * @param reading whether it is still being read, so that nothing of it has been sent yet
 * @param running whether it is being read or sent
 * @param toSend reminders to send, without those left out on purpose
 * @param left how many of these left the queue: sent, or ended without being sent
 * @param delivered how many of these were delivered
 * @param ofToSend number to send as shown
 * @param leftCount number that left the queue as shown
 * @param deliveredCount number delivered as shown
 */
record Progress(
        boolean reading,
        boolean running,
        long toSend,
        long left,
        long delivered,
        String ofToSend,
        String leftCount,
        String deliveredCount) {

    static Progress of(boolean reading, Map<Stage, Long> counts, PolishFormat format) {
        long all = counts.values().stream().mapToLong(Long::longValue).sum();
        long toSend = all - counts.get(Stage.NOT_SENT);
        long left = toSend - counts.get(Stage.HELD) - counts.get(Stage.QUEUED);
        long delivered = counts.get(Stage.DELIVERED);
        return new Progress(
                reading,
                reading || counts.get(Stage.QUEUED) > 0,
                toSend,
                left,
                delivered,
                format.count(toSend),
                format.count(left),
                format.count(delivered));
    }

    /** Whether there is anything to measure. */
    public boolean any() {
        return toSend > 0;
    }
}
