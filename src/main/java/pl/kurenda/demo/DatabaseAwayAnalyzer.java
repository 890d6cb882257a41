package pl.kurenda.demo;

import java.sql.SQLException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in two sentences that the database cannot be reached or refuses us. */
class DatabaseAwayAnalyzer extends AbstractFailureAnalyzer<SQLException> {
    /** Connection exceptions, and invalid authorisation, of ISO 9075. */
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
