package pl.kurenda.ledger.core;

/**
 * Identifies one run of a daemon.
 *
 * @param name of the node
 * @param fence increases at every start of a daemon with this name; claims with an older fence are void
 */
public record NodeIdentity(String name, long fence) {}
