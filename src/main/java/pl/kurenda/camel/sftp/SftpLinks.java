package pl.kurenda.camel.sftp;

import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import pl.kurenda.intake.folder.RetryPauses;

/** The troubles with each server, kept apart: one broken server is nobody else's business. */
@Component
public class SftpLinks {
    private final RetryPauses pauses;
    private final Clock clock;
    private final Map<String, SftpErrorReporter> all = new ConcurrentHashMap<>();

    public SftpLinks(RetryPauses pauses, Clock clock) {
        this.pauses = pauses;
        this.clock = clock;
    }

    /** @param subject what suffers, such as the name of a source */
    public SftpErrorReporter troubles(String subject, SftpServer server) {
        return all.computeIfAbsent(subject, name -> new SftpErrorReporter(name, server, pauses, clock));
    }

    /** Whether the last look into the folder of a source succeeded; true where it is on this machine. */
    public boolean well(String source) {
        SftpErrorReporter troubles = all.get(source);
        return troubles == null || troubles.well();
    }
}
