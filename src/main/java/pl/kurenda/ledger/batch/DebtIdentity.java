package pl.kurenda.ledger.batch;

/**
 * The identity of a debt within a campaign stage. A debt gets only one reminder in a stage.
 *
 * @param key SHA-256 over source + (reference, else account + phone, else phone + amount) + due date, 32 bytes
 * @param stage campaign stage, by days from the due date
 */
public record DebtIdentity(byte[] key, String stage) {}
