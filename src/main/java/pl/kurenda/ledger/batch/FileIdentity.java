package pl.kurenda.ledger.batch;

import java.time.Instant;

/**
 * Identifies a dropped file.
 *
 * @param source the domain system
 * @param fileName as dropped
 * @param sha256 of its bytes, 64 lower-case hex digits
 * @param size in bytes
 * @param modified its modification time, to the millisecond
 */
public record FileIdentity(String source, String fileName, String sha256, long size, Instant modified) {}
