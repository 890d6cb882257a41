package pl.kurenda.intake.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import pl.kurenda.ledger.core.SandboxSource;

/** The configured domain systems. Reading the settings creates no folders. */
public final class Sources {
    private final List<Source> all;
    private final List<SubmittedSource> submitted;
    private final Path outbound;

    /**
     * Reads the sources from the settings.
     *
     * @param node name of this daemon, valid as a folder name
     * @throws IllegalArgumentException if a setting is wrong; the message names the key, its value and what is allowed
     */
    public Sources(IntakeSettings settings, String node) {
        all = settings.sources().keySet().stream()
                .map(name -> new SourceReader(settings, name, node).read())
                .sorted(Comparator.comparing(Source::name))
                .toList();
        submitted = all.stream()
                .map(source ->
                        new SubmittedSource(source, settings.dropboxFolder().resolve(source.name())))
                .toList();
        outbound = settings.dropboxFolder().resolve("outbound");
    }

    /** Creates the folders of the sources, and the one for finance. */
    public Sources create() {
        try {
            Files.createDirectories(outbound);
            for (Source source : all) {
                source.folders().create();
            }
            for (SubmittedSource one : submitted) {
                one.create();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The folders of the dropbox cannot be made", e);
        }
        return this;
    }

    /** All sources, sorted by name. */
    public List<Source> all() {
        return all;
    }

    /** The source whose exports are dropped into the folder. */
    public Optional<Source> droppingInto(Path folder) {
        Path absolute = folder.toAbsolutePath().normalize();
        return all.stream()
                .filter(source -> source.folders().in().equals(absolute))
                .findFirst();
    }

    /** The source that takes the file. The folder decides, and for files from the API also the file name. */
    public Optional<Source> taking(Path file) {
        Path folder = file.toAbsolutePath().normalize().getParent();
        return submitted.stream()
                .flatMap(one -> one.taking(folder, file.getFileName().toString()).stream())
                .findFirst()
                .or(() -> droppingInto(folder));
    }

    /** The sources as they take files through the API, sorted by name. */
    public List<SubmittedSource> submitted() {
        return submitted;
    }

    /**
     * The folders with the reply files of a source.
     *
     * @param ledgerName name of the source in the ledger
     */
    public List<Path> outs(String ledgerName) {
        return Stream.concat(
                        all.stream()
                                .filter(source -> source.name().equals(ledgerName))
                                .map(source -> source.folders().out()),
                        of(ledgerName, "").map(source -> source.folders().out()).stream())
                .toList();
    }

    /**
     * The source for a file of this name that comes through the API.
     *
     * @param ledgerName name of the source in the ledger
     */
    public Optional<Source> of(String ledgerName, String fileName) {
        return submitted.stream()
                .filter(one -> one.name().equals(SandboxSource.settingsName(ledgerName)))
                .map(one -> one.of(ledgerName, fileName))
                .findFirst();
    }
}
