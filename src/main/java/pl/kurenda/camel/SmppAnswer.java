package pl.kurenda.camel;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import org.jsmpp.InvalidResponseException;
import org.jsmpp.bean.Command;
import org.jsmpp.extra.PendingResponse;

/** An answer that nobody waits for in a thread of his own: it is handed over when it comes, or the reason why it never will. */
final class SmppAnswer extends PendingResponse<Command> {

    private final long deadline;
    private final BiConsumer<Command, Exception> taker;
    private final AtomicBoolean given = new AtomicBoolean();

    /**
     * @param millis how long it is waited for
     * @param taker told once: the answer, or a failure
     */
    SmppAnswer(long millis, BiConsumer<Command, Exception> taker) {
        super(millis);
        this.deadline = System.nanoTime() + millis * 1_000_000;
        this.taker = taker;
    }

    boolean overdue(long now) {
        return now - deadline > 0;
    }

    @Override
    public void done(Command answer) {
        give(answer, null);
    }

    @Override
    public void doneWithInvalidResponse(InvalidResponseException failure) {
        give(null, failure);
    }

    void fail(Exception failure) {
        give(null, failure);
    }

    private void give(Command answer, Exception failure) {
        if (given.compareAndSet(false, true)) {
            taker.accept(answer, failure);
        }
    }
}
