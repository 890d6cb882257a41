package pl.kurenda.camel.sftp;

import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import pl.kurenda.intake.folder.RetryPauses;

/** Keeps the errors of each server apart, so that one broken server does not affect the others. */
@Component
public class SftpLinks {
    private final RetryPauses pauses;
    private final Clock clock;
    private final Map<String, SftpErrorReporter> all = new ConcurrentHashMap<>();

    public SftpLinks(RetryPauses pauses, Clock clock) {
        this.pauses = pauses;
        this.clock = clock;
    }

    /** @param subject what is affected, such as the name of a source */
    public SftpErrorReporter troubles(String subject, SftpServer server) {
        return all.computeIfAbsent(subject, name -> new SftpErrorReporter(name, server, pauses, clock));
    }

    /** Whether the last check of a source's folder succeeded; true if the folder is on this machine. */
    public boolean well(String source) {
        SftpErrorReporter troubles = all.get(source);
        return troubles == null || troubles.well();
    }
}
