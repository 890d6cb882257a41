package pl.kurenda.intake.source;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import pl.kurenda.intake.column.Field;
import pl.kurenda.ledger.core.SandboxSource;

/**
 * How the files of a source come through the interface: into folders of their own, so that answers to vendors do not lie
 * among those to the domain system; and into others for the sandbox. Uploads are read as dropped files are. Reminders that
 * came one by one are written with columns that are known, whatever the exports of the source look like.
 */
public final class SubmittedSource {
    /** What the name of a file ends in that was written from reminders. */
    public static final String ROWS_ENDING = ".rows.csv";

    private static final Source.Reading ROWS = new Source.Reading(StandardCharsets.UTF_8, ';', true, columns());

    private final Source source;
    private final SourceFolders live;
    private final SourceFolders sandbox;

    /** @param own the folder of the source in the dropbox */
    SubmittedSource(Source source, Path own) {
        this.source = source;
        this.live = folders(own.resolve("api"));
        this.sandbox = folders(own.resolve("sandbox"));
    }

    private static SourceFolders folders(Path folder) {
        return new SourceFolders(
                folder.resolve("in"), folder.resolve("done"), folder.resolve("failed"), folder.resolve("out"));
    }

    private static Map<Field, String> columns() {
        Map<Field, String> columns = new EnumMap<>(Field.class);
        for (Field field : Field.values()) {
            columns.put(field, field.key());
        }
        return columns;
    }

    void create() throws IOException {
        live.create();
        sandbox.create();
    }

    /** As the settings call it. */
    public String name() {
        return source.name();
    }

    /** Where its files are put for the intake: those that count, and those of the sandbox. */
    public List<Path> folders() {
        return List.of(live.in(), sandbox.in());
    }

    /** The source as the ledger calls it, or its sandbox, for files of that name. */
    Source of(String ledgerName, String fileName) {
        boolean rows = fileName.endsWith(ROWS_ENDING);
        return source.by(
                rows ? Source.Channel.ROWS : Source.Channel.UPLOAD,
                ledgerName,
                SandboxSource.is(ledgerName) ? sandbox : live,
                rows ? ROWS : source.reading());
    }

    Optional<Source> taking(Path folder, String fileName) {
        if (folder.equals(live.in())) {
            return Optional.of(of(source.name(), fileName));
        }
        return folder.equals(sandbox.in())
                ? Optional.of(of(SandboxSource.of(source.name()), fileName))
                : Optional.empty();
    }
}
