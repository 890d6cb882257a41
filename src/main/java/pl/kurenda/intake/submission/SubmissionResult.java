package pl.kurenda.intake.submission;

import java.util.Locale;
import pl.kurenda.intake.format.Refusal;
import pl.kurenda.intake.text.Texts;
import pl.kurenda.ledger.vendor.Submission;

/** The result of a submitted body. */
public sealed interface SubmissionResult {

    /**
     * The body is stored durably, and its rows will be loaded like those of a file.
     *
     * @param submission the record to ask about later
     * @param again whether an earlier request already made this submission
     */
    record Accepted(Submission submission, boolean again) implements SubmissionResult {}

    /** The key was used before with a different body. */
    record OtherBody(Submission first) implements SubmissionResult {}

    /** The body as a whole cannot be read. */
    final class Unreadable implements SubmissionResult {
        private final Refusal refusal;

        Unreadable(Refusal refusal) {
            this.refusal = refusal;
        }

        /** The code of the reason, such as EMPTY or NO_PHONE. */
        public String code() {
            return refusal.kind().name();
        }

        /** Explains what is wrong, in the language of the reader. */
        public String words(Locale locale) {
            return Texts.of(locale).get("refusal." + refusal.kind(), refusal.detail());
        }
    }
}
