package pl.kurenda.simulator;

/** What happens to a message in the simulated network. */
public enum SimulatedOutcome {
    /** Delivered to the phone. */
    DELIVERED("DELIVRD", 2, "000"),
    /** Could not be delivered. */
    UNDELIVERABLE("UNDELIV", 5, "069"),
    /** The phone was off until the validity period ended. */
    EXPIRED("EXPIRED", 3, "027"),
    /** Accepted, then refused by the network. */
    REJECTED("REJECTD", 8, "034"),
    /** Refused in submit_sm_resp with ESME_RINVDSTADR; there is no receipt. */
    REFUSED("", 0, ""),
    /** Refused with ESME_RTHROTTLED on every other try, then delivered. */
    THROTTLED("DELIVRD", 2, "000"),
    /** Accepted, but no receipt follows. */
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

    /** Like {@link #byLastDigits}, except for the numbers listed in the interface description for vendors. */
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
     * The outcome by the last two digits, the same for a number each time: 00 to 03 undeliverable, 04 expired, 05
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
