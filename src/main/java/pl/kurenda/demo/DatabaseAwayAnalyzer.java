package pl.kurenda.demo;

import java.sql.SQLException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Explains in two sentences that the database cannot be reached or refuses the connection. */
class DatabaseAwayAnalyzer extends AbstractFailureAnalyzer<SQLException> {
    /** SQLSTATE classes of ISO 9075: connection exceptions and invalid authorisation. */
    private static final String CONNECTION = "08";

    private static final String AUTHORISATION = "28";

    @Override
    protected FailureAnalysis analyze(Throwable root, SQLException failure) {
        String state = failure.getSQLState();
        if (state == null || !(state.startsWith(CONNECTION) || state.startsWith(AUTHORISATION))) {
            return null;
        }
        return new FailureAnalysis(
                "The database cannot be used: " + failure.getMessage(),
                "Check that MariaDB runs, and spring.datasource.url, .username and .password.",
                failure);
    }
}
