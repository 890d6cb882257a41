package pl.kurenda.simulator;

/** What becomes of a message in the simulated network. */
public enum SimulatedOutcome {
    /** Arrived. */
    DELIVERED("DELIVRD", 2, "000"),
    /** Could not be delivered. */
    UNDELIVERABLE("UNDELIV", 5, "069"),
    /** The telephone was off until the validity ended. */
    EXPIRED("EXPIRED", 3, "027"),
    /** Accepted, then refused by the network. */
    REJECTED("REJECTD", 8, "034"),
    /** Refused in submit_sm_resp with ESME_RINVDSTADR; there is no receipt. */
    REFUSED("", 0, ""),
    /** Refused with ESME_RTHROTTLED every other time, then delivered. */
    THROTTLED("DELIVRD", 2, "000"),
    /** Accepted, and nothing more is heard of it. */
    SILENT("", 0, "");

    private final String stat;
    private final int messageState;
    private final String error;

    SimulatedOutcome(String stat, int messageState, String error) {
        this.stat = stat;
        this.messageState = messageState;
        this.error = error;
    }

    /** The word in the text of the receipt (SMPP v3.4, appendix B). */
    public String stat() {
        return stat;
    }

    /** The number in the TLV message_state (SMPP v3.4 §5.2.28). */
    public int messageState() {
        return messageState;
    }

    /** The error code in the text of the receipt. */
    public String error() {
        return error;
    }

    /** As {@link #byLastDigits}, but for the numbers that the description of the interface for vendors names. */
    public static SimulatedOutcome inSandbox(String number) {
        return switch (number) {
            case "48500000001" -> DELIVERED;
            case "48500000002" -> UNDELIVERABLE;
            case "48500000003" -> REFUSED;
            case "48500000004" -> THROTTLED;
            case "48500000005" -> SILENT;
            case "48500000006" -> EXPIRED;
            default -> byLastDigits(number);
        };
    }

    /**
     * The same number meets the same fate each time, told by its last two digits: 00 to 03 undeliverable, 04 expired, 05
     * rejected, 06 refused at once, all others delivered.
     */
    public static SimulatedOutcome byLastDigits(String number) {
        return switch (number.substring(Math.max(0, number.length() - 2))) {
            case "00", "01", "02", "03" -> UNDELIVERABLE;
            case "04" -> EXPIRED;
            case "05" -> REJECTED;
            case "06" -> REFUSED;
            default -> DELIVERED;
        };
    }
}
