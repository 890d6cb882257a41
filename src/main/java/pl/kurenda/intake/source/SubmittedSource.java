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
 * How a source takes files through the API. The files have their own folders, so that reply files for vendors are not
 * mixed with those for the domain system. The sandbox has separate folders too. Uploads are read like dropped files.
 * Reminders that came one by one are written with fixed columns, whatever the exports of the source look like.
 */
public final class SubmittedSource {
    /** The ending of the name of a file that was written from reminders. */
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

    /** The name of the source in the settings. */
    public String name() {
        return source.name();
    }

    /** The folders where intake finds the files: live and sandbox. */
    public List<Path> folders() {
        return List.of(live.in(), sandbox.in());
    }

    /**
     * Returns the source, or its sandbox, for files of this name.
     *
     * @param ledgerName name of the source in the ledger
     */
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
