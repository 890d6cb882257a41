package pl.kurenda.ledger.core;

/**
 * The SMSC this daemon dispatches to. Batches are marked with its kind (demo or real) and stay with that kind.
 *
 * @param name as stored with segments and receipts, up to 64 characters
 * @param simulator whether it is the built-in simulator, so that everything is a demo
 */
public record SmscIdentity(String name, boolean simulator) {}
