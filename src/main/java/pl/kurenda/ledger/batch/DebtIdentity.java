package pl.kurenda.ledger.batch;

/**
 * The identity of a debt within a campaign stage; the same debt is not reminded of twice in a stage.
 *
 * @param key SHA-256 over source + (reference, else account + phone, else phone + amount) + due date, 32 octets
 * @param stage campaign stage, by days from the due date
 */
public record DebtIdentity(byte[] key, String stage) {}
