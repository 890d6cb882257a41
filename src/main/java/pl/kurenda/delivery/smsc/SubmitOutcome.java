package pl.kurenda.delivery.smsc;

/** The outcome of a submit_sm. */
public sealed interface SubmitOutcome {

    /** submit_sm_resp with status 0. */
    record Accepted(String messageId) implements SubmitOutcome {}

    /** submit_sm_resp with another command_status (SMPP v3.4 §5.1.3). */
    record Refused(int commandStatus) implements SubmitOutcome {}

    /**
     * Proven not to have left: there was no session, or the PDU could not be made.
     *
     * @param permanent whether another try would end the same way
     */
    record NotSent(String why, boolean permanent) implements SubmitOutcome {}

    /** It may have left, and no response came. */
    record Unknown(String why) implements SubmitOutcome {}
}
