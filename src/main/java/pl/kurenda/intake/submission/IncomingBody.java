package pl.kurenda.intake.submission;

import java.nio.file.Path;

/**
 * A body on its way in, stored durably under a name that intake does not take.
 *
 * @param id that the submission will have
 * @param source name of the source in the ledger
 * @param fileName that the file will have
 * @param path where it lies now
 * @param bodySha256 of what was sent, 64 hex digits
 * @param rows number of reminders in a JSON body, or null
 */
public record IncomingBody(String id, String source, String fileName, Path path, String bodySha256, Integer rows) {}
