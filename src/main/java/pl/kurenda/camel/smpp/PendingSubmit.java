package pl.kurenda.camel.smpp;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jsmpp.InvalidResponseException;
import org.jsmpp.bean.Command;
import org.jsmpp.extra.PendingResponse;
import org.jsmpp.extra.ResponseTimeoutException;

/**
 * An answer that nobody waits for in a thread of his own: it is handed over when it comes, or the reason why it never will. One
 * that comes after it was given up is handed over, too: its message id is what a receipt will name.
 */
final class PendingSubmit extends PendingResponse<Command> {

    private static final long KEPT_NANOS = TimeUnit.MINUTES.toNanos(10);

    private final long deadline;
    private final BiConsumer<Command, Exception> taker;
    private final Consumer<Command> late;
    private final AtomicReference<Stage> stage = new AtomicReference<>(Stage.AWAITED);

    /**
     * @param millis how long it is waited for
     * @param taker told once: the answer, or a failure
     * @param late told of an answer that comes after it was given up
     */
    PendingSubmit(long millis, BiConsumer<Command, Exception> taker, Consumer<Command> late) {
        super(millis);
        this.deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        this.taker = taker;
        this.late = late;
    }

    /** Gives it up if it is overdue. */
    void look(long now) {
        if (now - deadline > 0 && stage.compareAndSet(Stage.AWAITED, Stage.GIVEN_UP)) {
            taker.accept(null, new ResponseTimeoutException("no answer in time"));
        }
    }

    /** Whether it has been given up so long ago that it is of no use any more. */
    boolean useless(long now) {
        return now - deadline > KEPT_NANOS;
    }

    @Override
    public void done(Command answer) {
        if (stage.compareAndSet(Stage.AWAITED, Stage.GIVEN)) {
            taker.accept(answer, null);
        } else if (stage.compareAndSet(Stage.GIVEN_UP, Stage.GIVEN)) {
            late.accept(answer);
        }
    }

    @Override
    public void doneWithInvalidResponse(InvalidResponseException failure) {
        fail(failure);
    }

    void fail(Exception failure) {
        if (stage.compareAndSet(Stage.AWAITED, Stage.GIVEN)) {
            taker.accept(null, failure);
        }
    }

    private enum Stage {
        AWAITED,
        GIVEN_UP,
        GIVEN
    }
}
