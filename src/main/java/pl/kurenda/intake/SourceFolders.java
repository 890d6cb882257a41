package pl.kurenda.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The folders of a source, absolute.
 *
 * @param in where exports are dropped
 * @param done where they go once loaded
 * @param failed where they go that cannot be read at all
 * @param out where the answers to the domain system lie
 */
public record SourceFolders(Path in, Path done, Path failed, Path out) {

    /** Makes those that are missing. */
    void create() throws IOException {
        for (Path folder : List.of(in, done, failed, out)) {
            Files.createDirectories(folder);
        }
    }
}
