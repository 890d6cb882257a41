package pl.kurenda.ledger;

/**
 * Whether this daemon takes what is meant for sandboxes.
 *
 * @param on there is a simulator for it
 */
public record SandboxSwitch(boolean on) {}
