package pl.kurenda.ledger.batch;

import java.time.Instant;

/**
 * What makes a dropped file itself.
 *
 * @param source the domain system
 * @param fileName as dropped
 * @param sha256 of its octets, 64 lower-case hex digits
 * @param size in octets
 * @param modified its time stamp, to the millisecond
 */
public record FileIdentity(String source, String fileName, String sha256, long size, Instant modified) {}
