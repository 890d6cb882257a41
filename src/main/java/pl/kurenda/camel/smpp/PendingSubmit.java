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
 * A response that no thread waits for. It is passed on when it comes, or else the reason why it will never come. A
 * response that comes after the time-out is passed on too, because a receipt will name its message id.
 */
final class PendingSubmit extends PendingResponse<Command> {

    private static final long KEPT_NANOS = TimeUnit.MINUTES.toNanos(10);

    private final long deadline;
    private final BiConsumer<Command, Exception> taker;
    private final Consumer<Command> late;
    private final AtomicReference<Stage> stage = new AtomicReference<>(Stage.AWAITED);

    /**
     * @param millis how long to wait
     * @param taker called once, with the response or a failure
     * @param late receives a response that comes after the time-out
     */
    PendingSubmit(long millis, BiConsumer<Command, Exception> taker, Consumer<Command> late) {
        super(millis);
        this.deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        this.taker = taker;
        this.late = late;
    }

    /** Ends the wait if the response is overdue. */
    void look(long now) {
        if (now - deadline > 0 && stage.compareAndSet(Stage.AWAITED, Stage.GIVEN_UP)) {
            taker.accept(null, new ResponseTimeoutException("no answer in time"));
        }
    }

    /** Whether the time-out was so long ago that the response is of no more use. */
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
