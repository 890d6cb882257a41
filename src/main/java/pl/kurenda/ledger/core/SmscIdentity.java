package pl.kurenda.ledger.core;

/**
 * The SMSC this daemon dispatches to. Batches are marked with its kind and never leave it.
 *
 * @param name as it stands with segments and receipts, up to 64 characters
 * @param simulator whether it is the built-in simulator, that is, whether everything is a demo
 */
public record SmscIdentity(String name, boolean simulator) {}
