package pl.kurenda.intake.row;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import pl.kurenda.intake.format.Layout;
import pl.kurenda.intake.reader.CsvReader;

/** Reads the rows of an export without a route. */
public final class FileRows {
    private FileRows() {}

    /** Passes the rows to the consumer block by block. */
    public static void each(Path file, Layout layout, Consumer<List<Row>> block) throws IOException {
        CsvReader.read(file, layout.csv(), records -> new RowBlocks(records).forEachRemaining(block));
    }
}
