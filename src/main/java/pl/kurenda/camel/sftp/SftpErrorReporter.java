package pl.kurenda.camel.sftp;

import java.time.Clock;
import org.apache.camel.Consumer;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.spi.ExceptionHandler;
import org.apache.camel.spi.PollingConsumerPollStrategy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pl.kurenda.delivery.LogThrottle;
import pl.kurenda.intake.folder.RetryPauses;

/** Logs what is wrong with a server, in one sentence and at most once a minute, and logs when it works again. */
public final class SftpErrorReporter implements ExceptionHandler, PollingConsumerPollStrategy {
    private static final Logger LOG = LoggerFactory.getLogger(SftpErrorReporter.class);

    private final String subject;
    private final SftpServer server;
    private final RetryPauses pauses;
    private final LogThrottle logThrottle;
    private volatile boolean well = true;

    /** @param subject what is affected, such as the name of a source */
    SftpErrorReporter(String subject, SftpServer server, RetryPauses pauses, Clock clock) {
        this.subject = subject;
        this.server = server;
        this.pauses = pauses;
        this.logThrottle = new LogThrottle(clock);
    }

    /** Whether the last check of the folder succeeded. */
    boolean well() {
        return well;
    }

    void say(Throwable trouble) {
        String sentence = SftpErrorMessage.of(trouble, server);
        if (logThrottle.due(sentence)) {
            LOG.error("{}: {}", subject, sentence);
            LOG.debug("{}: the cause", subject, trouble);
        }
    }

    /** Logs that a file is ignored because of its name. */
    void sayOfName(String name) {
        if (logThrottle.due(name)) {
            LOG.error("{}: a file of {} is left alone because of its name ({}). Rename it.", subject, server, name);
        }
    }

    @Override
    public boolean begin(Consumer consumer, Endpoint endpoint) {
        return true;
    }

    @Override
    public void commit(Consumer consumer, Endpoint endpoint, int polledMessages) {
        if (!well) {
            LOG.info("{}: {} can be used again", subject, server);
        }
        well = true;
    }

    /**
     * Logs the failure. The next poll is the next try, because an immediate retry by Camel would only burden the
     * server.
     */
    @Override
    public boolean rollback(Consumer consumer, Endpoint endpoint, int retryCounter, Exception cause) {
        well = false;
        say(cause);
        return false;
    }

    @Override
    public void handleException(Throwable exception) {
        say(exception);
    }

    @Override
    public void handleException(String message, Throwable exception) {
        say(exception);
    }

    /** Logs that a file could not be fetched. */
    @Override
    public void handleException(String message, Exchange exchange, Throwable exception) {
        say(exception);
        SftpDrop drop = exchange == null ? null : exchange.getProperty(SftpDispositionStrategy.DROP, SftpDrop.class);
        if (drop != null) {
            pauses.failed(drop.copy());
        }
    }
}
