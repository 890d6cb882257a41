package pl.kurenda.intake.folder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Shows whether a file has been written to.
 *
 * @param size in bytes
 * @param modified time stamp, to the millisecond
 */
public record FileStamp(long size, Instant modified) {

    /** @throws java.nio.file.NoSuchFileException if the file is gone */
    public static FileStamp of(Path file) throws IOException {
        BasicFileAttributes attributes =
                Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        return new FileStamp(
                attributes.size(), attributes.lastModifiedTime().toInstant().truncatedTo(ChronoUnit.MILLIS));
    }
}
