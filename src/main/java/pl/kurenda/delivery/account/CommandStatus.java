package pl.kurenda.delivery.account;

import static pl.kurenda.delivery.account.SubmitVerdict.ACCEPTED;
import static pl.kurenda.delivery.account.SubmitVerdict.BIND_BROKEN;
import static pl.kurenda.delivery.account.SubmitVerdict.FOR_GOOD;
import static pl.kurenda.delivery.account.SubmitVerdict.FOR_NOW;
import static pl.kurenda.delivery.account.SubmitVerdict.THROTTLED;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What each command_status of SMPP v3.4 §5.1.3 means for a submit. All of it is in this one table. */
public enum CommandStatus {
    ESME_ROK(0x00, ACCEPTED, "accepted"),
    ESME_RINVMSGLEN(0x01, FOR_GOOD, "invalid message length"),
    ESME_RINVCMDLEN(0x02, FOR_GOOD, "invalid command length"),
    ESME_RINVCMDID(0x03, FOR_GOOD, "invalid command id"),
    ESME_RINVBNDSTS(0x04, BIND_BROKEN, "wrong bind status"),
    ESME_RALYBND(0x05, BIND_BROKEN, "already bound"),
    ESME_RINVPRTFLG(0x06, FOR_GOOD, "invalid priority flag"),
    ESME_RINVREGDLVFLG(0x07, FOR_GOOD, "invalid registered delivery"),
    ESME_RSYSERR(0x08, FOR_NOW, "system error"),
    ESME_RINVSRCADR(0x0A, FOR_GOOD, "invalid source address"),
    ESME_RINVDSTADR(0x0B, FOR_GOOD, "invalid destination address"),
    ESME_RINVMSGID(0x0C, FOR_GOOD, "invalid message id"),
    ESME_RBINDFAIL(0x0D, BIND_BROKEN, "bind failed"),
    ESME_RINVPASWD(0x0E, BIND_BROKEN, "invalid password"),
    ESME_RINVSYSID(0x0F, BIND_BROKEN, "invalid system id"),
    ESME_RCANCELFAIL(0x11, FOR_GOOD, "cancel failed"),
    ESME_RREPLACEFAIL(0x13, FOR_GOOD, "replace failed"),
    ESME_RMSGQFUL(0x14, THROTTLED, "message queue full"),
    ESME_RINVSERTYP(0x15, FOR_GOOD, "invalid service type"),
    ESME_RINVNUMDESTS(0x33, FOR_GOOD, "invalid number of destinations"),
    ESME_RINVDLNAME(0x34, FOR_GOOD, "invalid distribution list"),
    ESME_RINVDESTFLAG(0x40, FOR_GOOD, "invalid destination flag"),
    ESME_RINVSUBREP(0x42, FOR_GOOD, "invalid submit with replace"),
    ESME_RINVESMCLASS(0x43, FOR_GOOD, "invalid esm_class"),
    ESME_RCNTSUBDL(0x44, FOR_GOOD, "cannot submit to a list"),
    ESME_RSUBMITFAIL(0x45, FOR_NOW, "submit failed"),
    ESME_RINVSRCTON(0x48, FOR_GOOD, "invalid source TON"),
    ESME_RINVSRCNPI(0x49, FOR_GOOD, "invalid source NPI"),
    ESME_RINVDSTTON(0x50, FOR_GOOD, "invalid destination TON"),
    ESME_RINVDSTNPI(0x51, FOR_GOOD, "invalid destination NPI"),
    ESME_RINVSYSTYP(0x53, BIND_BROKEN, "invalid system type"),
    ESME_RINVREPFLAG(0x54, FOR_GOOD, "invalid replace flag"),
    ESME_RINVNUMMSGS(0x55, FOR_GOOD, "invalid number of messages"),
    ESME_RTHROTTLED(0x58, THROTTLED, "too many messages"),
    ESME_RINVSCHED(0x61, FOR_GOOD, "invalid delivery time"),
    ESME_RINVEXPIRY(0x62, FOR_GOOD, "invalid validity period"),
    ESME_RINVDFTMSGID(0x63, FOR_GOOD, "invalid predefined message"),
    ESME_RX_T_APPN(0x64, FOR_NOW, "receiver: try again"),
    ESME_RX_P_APPN(0x65, FOR_GOOD, "receiver: never"),
    ESME_RX_R_APPN(0x66, FOR_GOOD, "receiver: rejected"),
    ESME_RQUERYFAIL(0x67, FOR_GOOD, "query failed"),
    ESME_RINVOPTPARSTREAM(0xC0, FOR_GOOD, "broken TLV"),
    ESME_ROPTPARNOTALLWD(0xC1, FOR_GOOD, "TLV not allowed"),
    ESME_RINVPARLEN(0xC2, FOR_GOOD, "invalid TLV length"),
    ESME_RMISSINGOPTPARAM(0xC3, FOR_GOOD, "TLV missing"),
    ESME_RINVOPTPARAMVAL(0xC4, FOR_GOOD, "invalid TLV value"),
    ESME_RDELIVERYFAILURE(0xFE, FOR_GOOD, "delivery failed"),
    ESME_RUNKNOWNERR(0xFF, FOR_NOW, "unknown error");

    private static final int FIRST_OF_VENDORS = 0x400;
    private static final int LAST_OF_VENDORS = 0x4FF;

    private static final Set<CommandStatus> OF_THE_SENDER = EnumSet.of(
            ESME_RINVCMDLEN,
            ESME_RINVCMDID,
            ESME_RINVPRTFLG,
            ESME_RINVREGDLVFLG,
            ESME_RINVSRCADR,
            ESME_RINVSERTYP,
            ESME_RINVSUBREP,
            ESME_RINVESMCLASS,
            ESME_RINVSRCTON,
            ESME_RINVSRCNPI,
            ESME_RINVDSTTON,
            ESME_RINVDSTNPI,
            ESME_RINVREPFLAG,
            ESME_RINVSCHED,
            ESME_RINVEXPIRY,
            ESME_RINVDFTMSGID,
            ESME_RINVOPTPARSTREAM,
            ESME_ROPTPARNOTALLWD,
            ESME_RINVPARLEN,
            ESME_RMISSINGOPTPARAM,
            ESME_RINVOPTPARAMVAL);

    private static final Map<Integer, CommandStatus> BY_CODE =
            Arrays.stream(values()).collect(Collectors.toMap(s -> s.code, Function.identity()));

    private final int code;
    private final SubmitVerdict verdict;
    private final String words;

    CommandStatus(int code, SubmitVerdict verdict, String words) {
        this.code = code;
        this.verdict = verdict;
        this.words = words;
    }

    int code() {
        return code;
    }

    /**
     * What this status means, unless the settings say otherwise. Vendor codes (0x400 to 0x4FF) and codes that the
     * standard reserves are temporary errors: no reminder is given up for a code that only the operator understands.
     */
    public static SubmitVerdict verdict(int code) {
        CommandStatus status = BY_CODE.get(code);
        return status == null ? FOR_NOW : status.verdict;
    }

    /** Whether the status concerns what every submit of a sender has in common, and not the recipient or the text. */
    public static boolean concernsTheSender(int code) {
        CommandStatus status = BY_CODE.get(code);
        return status != null && OF_THE_SENDER.contains(status);
    }

    /** The name in the standard, or the number, {@code 0x00000410}. */
    public static String name(int code) {
        CommandStatus status = BY_CODE.get(code);
        return status == null ? String.format(Locale.ROOT, "0x%08x", code) : status.name();
    }

    /** The status in words, up to 52 ASCII characters: {@code ESME_RINVDSTADR invalid destination address}. */
    public static String words(int code) {
        CommandStatus status = BY_CODE.get(code);
        if (status != null) {
            return status.name() + " " + status.words;
        }
        boolean vendors = code >= FIRST_OF_VENDORS && code <= LAST_OF_VENDORS;
        return name(code) + (vendors ? " a status of the operator's own" : " a status unknown to SMPP v3.4");
    }
}
