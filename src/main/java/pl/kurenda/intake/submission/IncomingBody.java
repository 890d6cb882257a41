package pl.kurenda.intake.submission;

import java.nio.file.Path;

/**
 * A body on its way in, durable under a name that the intake does not take.
 *
 * @param id that it will have
 * @param source as the ledger calls it
 * @param fileName that it will have
 * @param path where it lies now
 * @param bodySha256 of what was sent, 64 hex digits
 * @param rows reminders of a JSON body, or null
 */
public record IncomingBody(String id, String source, String fileName, Path path, String bodySha256, Integer rows) {}
