package pl.kurenda.intake.submission;

import java.util.Locale;
import pl.kurenda.intake.format.Refusal;
import pl.kurenda.intake.text.Texts;
import pl.kurenda.ledger.vendor.Submission;

/** What became of a body that was sent in. */
public sealed interface SubmissionResult {

    /**
     * It is durable, and its rows will be loaded as those of a file.
     *
     * @param submission under which it can be asked for
     * @param again whether it is the answer to an earlier one
     */
    record Accepted(Submission submission, boolean again) implements SubmissionResult {}

    /** Its key was used before, with another body. */
    record OtherBody(Submission first) implements SubmissionResult {}

    /** As a whole it cannot be read. */
    final class Unreadable implements SubmissionResult {
        private final Refusal refusal;

        Unreadable(Refusal refusal) {
            this.refusal = refusal;
        }

        /** Such as EMPTY or NO_PHONE. */
        public String code() {
            return refusal.kind().name();
        }

        /** What is wrong, in the language of the reader. */
        public String words(Locale locale) {
            return Texts.of(locale).get("refusal." + refusal.kind(), refusal.detail());
        }
    }
}
