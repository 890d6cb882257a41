package pl.kurenda.ledger.core;

/** The table {@code audit_log}, for what is about no reminder and no file. */
public interface AuditLog {

    /**
     * Notes it, in the transaction of the caller where there is one.
     *
     * @param who did it; cut at {@value Actor#LONGEST_WHO} characters
     * @param action up to 32 capital letters and underscores
     * @param object what it was done to: an address, a masked phone, a source; cut at 190 characters; or null
     * @param why or null; cut at {@value Actor#LONGEST_WHY} characters
     */
    void note(String who, String action, String object, String why);
}
