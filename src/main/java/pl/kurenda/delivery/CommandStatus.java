package pl.kurenda.delivery;

import static pl.kurenda.delivery.SubmitVerdict.BIND_BROKEN;
import static pl.kurenda.delivery.SubmitVerdict.FOR_GOOD;
import static pl.kurenda.delivery.SubmitVerdict.FOR_NOW;
import static pl.kurenda.delivery.SubmitVerdict.THROTTLED;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What each command_status of SMPP v3.4 §5.1.3 means for a submit: one table, nothing of it in code elsewhere. */
public enum CommandStatus {
    ESME_RINVMSGLEN(0x01, FOR_GOOD),
    ESME_RINVCMDLEN(0x02, FOR_GOOD),
    ESME_RINVCMDID(0x03, FOR_GOOD),
    ESME_RINVBNDSTS(0x04, BIND_BROKEN),
    ESME_RALYBND(0x05, BIND_BROKEN),
    ESME_RINVPRTFLG(0x06, FOR_GOOD),
    ESME_RINVREGDLVFLG(0x07, FOR_GOOD),
    ESME_RSYSERR(0x08, FOR_NOW),
    ESME_RINVSRCADR(0x0A, FOR_GOOD),
    ESME_RINVDSTADR(0x0B, FOR_GOOD),
    ESME_RINVMSGID(0x0C, FOR_GOOD),
    ESME_RBINDFAIL(0x0D, BIND_BROKEN),
    ESME_RINVPASWD(0x0E, BIND_BROKEN),
    ESME_RINVSYSID(0x0F, BIND_BROKEN),
    ESME_RCANCELFAIL(0x11, FOR_GOOD),
    ESME_RREPLACEFAIL(0x13, FOR_GOOD),
    ESME_RMSGQFUL(0x14, THROTTLED),
    ESME_RINVSERTYP(0x15, FOR_GOOD),
    ESME_RINVNUMDESTS(0x33, FOR_GOOD),
    ESME_RINVDLNAME(0x34, FOR_GOOD),
    ESME_RINVDESTFLAG(0x40, FOR_GOOD),
    ESME_RINVSUBREP(0x42, FOR_GOOD),
    ESME_RINVESMCLASS(0x43, FOR_GOOD),
    ESME_RCNTSUBDL(0x44, FOR_GOOD),
    ESME_RSUBMITFAIL(0x45, FOR_NOW),
    ESME_RINVSRCTON(0x48, FOR_GOOD),
    ESME_RINVSRCNPI(0x49, FOR_GOOD),
    ESME_RINVDSTTON(0x50, FOR_GOOD),
    ESME_RINVDSTNPI(0x51, FOR_GOOD),
    ESME_RINVSYSTYP(0x53, BIND_BROKEN),
    ESME_RINVREPFLAG(0x54, FOR_GOOD),
    ESME_RINVNUMMSGS(0x55, FOR_GOOD),
    ESME_RTHROTTLED(0x58, THROTTLED),
    ESME_RINVSCHED(0x61, FOR_GOOD),
    ESME_RINVEXPIRY(0x62, FOR_GOOD),
    ESME_RINVDFTMSGID(0x63, FOR_GOOD),
    ESME_RX_T_APPN(0x64, FOR_NOW),
    ESME_RX_P_APPN(0x65, FOR_GOOD),
    ESME_RX_R_APPN(0x66, FOR_GOOD),
    ESME_RQUERYFAIL(0x67, FOR_GOOD),
    ESME_RINVOPTPARSTREAM(0xC0, FOR_GOOD),
    ESME_ROPTPARNOTALLWD(0xC1, FOR_GOOD),
    ESME_RINVPARLEN(0xC2, FOR_GOOD),
    ESME_RMISSINGOPTPARAM(0xC3, FOR_GOOD),
    ESME_RINVOPTPARAMVAL(0xC4, FOR_GOOD),
    ESME_RDELIVERYFAILURE(0xFE, FOR_GOOD),
    ESME_RUNKNOWNERR(0xFF, FOR_NOW);

    private static final Map<Integer, CommandStatus> BY_CODE =
            Arrays.stream(values()).collect(Collectors.toMap(s -> s.code, Function.identity()));

    private final int code;
    private final SubmitVerdict verdict;

    CommandStatus(int code, SubmitVerdict verdict) {
        this.code = code;
        this.verdict = verdict;
    }

    /** What a refusal with this status means; one that the standard does not have, such as a vendor's, is for now. */
    public static SubmitVerdict verdict(int code) {
        CommandStatus status = BY_CODE.get(code);
        return status == null ? FOR_NOW : status.verdict;
    }

    /** The status as the standard calls it, or its number, {@code 0x00000410}. */
    public static String name(int code) {
        CommandStatus status = BY_CODE.get(code);
        return status == null ? String.format(Locale.ROOT, "0x%08x", code) : status.name();
    }
}
