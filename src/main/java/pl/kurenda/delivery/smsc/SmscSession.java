package pl.kurenda.delivery.smsc;

/**
 * The state of a session with an SMSC that is kept connected.
 *
 * @param account as stored in the database
 * @param kind {@code transmitter}, {@code receiver} or {@code transceiver}
 * @param bound whether it is bound now
 * @param made how often it has been bound since the start
 * @param lost how often it was lost since the start
 */
public record SmscSession(String account, String kind, boolean bound, long made, long lost) {}
