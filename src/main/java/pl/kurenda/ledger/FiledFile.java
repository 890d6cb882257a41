package pl.kurenda.ledger;

/**
 * A file that has been loaded, as it was then.
 *
 * @param source the domain system
 * @param filedName its name in {@code done}
 * @param size in octets, when it was read
 */
public record FiledFile(String source, String filedName, long size) {}
