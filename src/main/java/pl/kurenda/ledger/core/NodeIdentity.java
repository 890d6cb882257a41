package pl.kurenda.ledger.core;

/**
 * A daemon in one of its lives.
 *
 * @param name of the node
 * @param fence grows at every start of a daemon of this name: what holds an older fence holds nothing
 */
public record NodeIdentity(String name, long fence) {}
