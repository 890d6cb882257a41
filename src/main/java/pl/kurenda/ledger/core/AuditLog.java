package pl.kurenda.ledger.core;

/** Writes entries to the table {@code audit_log} that concern neither a reminder nor a file. */
public interface AuditLog {

    /**
     * Adds an entry, in the transaction of the caller if there is one.
     *
     * @param who person or program that acted; cut at {@value Actor#LONGEST_WHO} characters
     * @param action up to 32 capital letters and underscores
     * @param object what the action was done to: an address, a masked phone, a source; cut at 190 characters; may
     *     be null
     * @param why reason, or null; cut at {@value Actor#LONGEST_WHY} characters
     */
    void note(String who, String action, String object, String why);
}
