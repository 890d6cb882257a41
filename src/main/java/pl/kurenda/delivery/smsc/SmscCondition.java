package pl.kurenda.delivery.smsc;

/**
 * How one account does.
 *
 * @param name as it stands in the database
 * @param address host and port, for a person who has logged in
 * @param usable whether a message can be submitted now
 * @param words {@code bound}, {@code slowed}, {@code paused}, {@code paused by hand}, {@code unbound},
 *     {@code does not answer}, or {@code refuses everything:} and why
 */
public record SmscCondition(String name, String address, boolean usable, String words) {}
