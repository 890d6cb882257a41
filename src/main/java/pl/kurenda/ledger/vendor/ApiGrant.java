package pl.kurenda.ledger.vendor;

import java.util.Set;
import java.util.TreeSet;
import pl.kurenda.ledger.core.SandboxSource;

/**
 * The rights of a token.
 *
 * @param tokenId id of the token
 * @param name display name of the token
 * @param vendor that owns it
 * @param sources names in the settings
 * @param scopes what it may be used for
 * @param sandbox whether it works only in the sandboxes of these sources
 */
public record ApiGrant(
        long tokenId, String name, String vendor, Set<String> sources, Set<Scope> scopes, boolean sandbox) {
    public ApiGrant {
        sources = Set.copyOf(sources);
        scopes = Set.copyOf(scopes);
    }

    /** What a token may be used for. */
    public enum Scope {
        /** Submit batches and opt-outs. */
        SUBMIT,
        /** Read the results. */
        READ,
        /** Withdraw what has not been sent. */
        CANCEL
    }

    /** Returns the name that histories show. */
    public String who() {
        return "vendor " + vendor + " (" + name + ")";
    }

    /** Returns the ledger name of a source from the settings, for this token. */
    public String ledgerName(String source) {
        return sandbox ? SandboxSource.of(source) : source;
    }

    /** Returns the ledger names of all sources of the token. */
    public Set<String> ledgerNames() {
        Set<String> names = new TreeSet<>();
        sources.forEach(source -> names.add(ledgerName(source)));
        return names;
    }
}
