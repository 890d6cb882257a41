package pl.kurenda.intake.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The folders for the exports of a source, or for its payment lists. All paths are absolute.
 *
 * @param in where files are dropped
 * @param done where loaded files go
 * @param failed where unreadable files go
 * @param out where the reply files for the domain system go
 */
public record SourceFolders(Path in, Path done, Path failed, Path out) {

    /** The folders for the payment lists of a source. They are always on this machine. */
    public static SourceFolders payments(IntakeSettings settings, Source source) {
        Path own = settings.dropboxFolder().resolve(source.name());
        Path in = own.resolve("payments");
        return new SourceFolders(in, in.resolve("done"), in.resolve("failed"), own.resolve("out"));
    }

    /** Creates the folders that are missing. */
    public SourceFolders create() throws IOException {
        for (Path folder : List.of(in, done, failed, out)) {
            Files.createDirectories(folder);
        }
        return this;
    }
}
