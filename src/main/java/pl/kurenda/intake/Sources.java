package pl.kurenda.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The configured domain systems. Reading them makes no folder. */
public final class Sources {
    private final List<Source> all;
    private final Path outbound;

    /**
     * Reads them.
     *
     * @param node name of this daemon, as a folder may be called
     * @throws IllegalArgumentException with a sentence on the key, its value and what is allowed
     */
    Sources(IntakeSettings settings, String node) {
        all = settings.sources().keySet().stream()
                .map(name -> new SourceReader(settings, name, node).read())
                .sorted(Comparator.comparing(Source::name))
                .toList();
        outbound = settings.dropboxFolder().resolve("outbound");
    }

    /** Makes their folders, and the one for finance. */
    Sources create() {
        try {
            Files.createDirectories(outbound);
            for (Source source : all) {
                source.folders().create();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The folders of the dropbox cannot be made", e);
        }
        return this;
    }

    /** All of them by name. */
    public List<Source> all() {
        return all;
    }

    /** The one whose exports are dropped into the folder. */
    public Optional<Source> droppingInto(Path folder) {
        Path absolute = folder.toAbsolutePath().normalize();
        return all.stream()
                .filter(source -> source.folders().in().equals(absolute))
                .findFirst();
    }
}
