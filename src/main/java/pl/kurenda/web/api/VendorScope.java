package pl.kurenda.web.api;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import pl.kurenda.intake.submission.SubmissionDesk;
import pl.kurenda.ledger.vendor.ApiGrant;
import pl.kurenda.ledger.vendor.Submission;
import pl.kurenda.ledger.vendor.Submissions;

/** Limits each caller to its own sources and submissions. Those of others appear not to exist. */
@Component
class VendorScope {
    private final Submissions submissions;
    private final SubmissionDesk desk;
    private final boolean sandboxOpen;

    /** @param sandboxOpen whether this daemon accepts files for sandboxes */
    VendorScope(Submissions submissions, SubmissionDesk desk, @Qualifier("sandboxOpen") boolean sandboxOpen) {
        this.submissions = submissions;
        this.desk = desk;
        this.sandboxOpen = sandboxOpen;
    }

    /**
     * Returns the ledger name of the source for the caller.
     *
     * @throws ApiProblem if the token does not cover the source, or the source is no longer in the settings
     */
    String source(ApiGrant caller, String source) {
        if (!caller.sources().contains(source)) {
            throw new ApiProblem(HttpStatus.FORBIDDEN, "other-source");
        }
        if (!desk.knows(source)) {
            throw ApiProblem.notFound();
        }
        if (caller.sandbox() && !sandboxOpen) {
            throw new ApiProblem(HttpStatus.SERVICE_UNAVAILABLE, "sandbox-off");
        }
        return caller.ledgerName(source);
    }

    /** Returns a batch of the caller's vendor and sources. */
    Submission submission(ApiGrant caller, String id) {
        return submissions
                .find(id)
                .filter(one -> one.vendor().equals(caller.vendor()))
                .filter(one -> caller.ledgerNames().contains(one.source()))
                .orElseThrow(ApiProblem::notFound);
    }
}
