package pl.kurenda.ledger.vendor;

import java.util.Set;
import java.util.TreeSet;
import pl.kurenda.ledger.core.SandboxSource;

/**
 * What the bearer of a token may do.
 *
 * @param tokenId id of the token
 * @param name what people call the token
 * @param vendor whose it is
 * @param sources as the settings call them
 * @param scopes what for
 * @param sandbox whether all of it happens in the sandboxes of these sources
 */
public record ApiGrant(
        long tokenId, String name, String vendor, Set<String> sources, Set<Scope> scopes, boolean sandbox) {
    public ApiGrant {
        sources = Set.copyOf(sources);
        scopes = Set.copyOf(scopes);
    }

    /** What a token may be used for. */
    public enum Scope {
        /** Sending in batches and opt-outs. */
        SUBMIT,
        /** Reading what became of them. */
        READ,
        /** Taking back what has not been sent. */
        CANCEL
    }

    /** As it stands in histories. */
    public String who() {
        return "vendor " + vendor + " (" + name + ")";
    }

    /** A source of the settings as the ledger calls it for this token. */
    public String ledgerName(String source) {
        return sandbox ? SandboxSource.of(source) : source;
    }

    /** All sources of the token, as the ledger calls them. */
    public Set<String> ledgerNames() {
        Set<String> names = new TreeSet<>();
        sources.forEach(source -> names.add(ledgerName(source)));
        return names;
    }
}
