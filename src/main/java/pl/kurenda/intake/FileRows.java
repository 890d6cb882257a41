package pl.kurenda.intake;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** Reads the rows of an export without a route. */
final class FileRows {
    private FileRows() {}

    /** Gives the rows block by block. */
    static void each(Path file, Layout layout, Consumer<List<Row>> block) throws IOException {
        CsvReader.read(file, layout.csv(), records -> new RowBlocks(records).forEachRemaining(block));
    }
}
