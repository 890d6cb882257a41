package pl.kurenda.web.api;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import pl.kurenda.intake.submission.BodyFiles.Kind;

/**
 * Limits how many bodies are processed at once. Each may take tens of megabytes, and a workbook more than a hundred,
 * and vendors may send any number of requests at once. Bodies are received from the network before they wait here, so a
 * slow upload does not block others.
 */
@Component
class BodyConcurrencyLimit {
    /** The code of the problem. */
    static final String BUSY = "busy";

    /** Two bodies, or one workbook. */
    private static final int ALL = 2;

    private static final Duration RETRY = Duration.ofSeconds(5);

    private final Semaphore turns = new Semaphore(ALL, true);
    private final Duration patience;

    BodyConcurrencyLimit() {
        this(Duration.ofSeconds(5));
    }

    BodyConcurrencyLimit(Duration patience) {
        this.patience = patience;
    }

    /**
     * Runs the work when its turn comes.
     *
     * @param kind kind of the upload; null for reminders in JSON
     * @throws ApiProblem 503 if the wait takes too long
     */
    <T> T take(Kind kind, Work<T> work) throws IOException {
        int wanted = kind == Kind.XLSX ? ALL : 1;
        if (!come(wanted)) {
            throw new ApiProblem(HttpStatus.SERVICE_UNAVAILABLE, BUSY).retryAfter(RETRY);
        }
        try {
            return work.run();
        } finally {
            turns.release(wanted);
        }
    }

    private boolean come(int wanted) {
        try {
            return turns.tryAcquire(wanted, patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Work on a body. */
    interface Work<T> {
        T run() throws IOException;
    }
}
