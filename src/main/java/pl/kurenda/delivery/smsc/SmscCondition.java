package pl.kurenda.delivery.smsc;

/**
 * The state of one account.
 *
 * @param name as stored in the database
 * @param address host and port, for people who have logged in
 * @param usable whether a message can be submitted now
 * @param words {@code bound}, {@code slowed}, {@code paused}, {@code paused by hand}, {@code unbound},
 *     {@code does not answer}, or {@code refuses everything:} and why
 */
public record SmscCondition(String name, String address, boolean usable, String words) {}
