package pl.kurenda.intake;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import pl.kurenda.ledger.BatchTotals;
import pl.kurenda.ledger.FileIdentity;
import pl.kurenda.ledger.Opening;

/** A file on its way through intake, and what is to be done with it. */
public sealed interface OpenFile {

    /** Its rows are to be loaded. One thread at a time. */
    final class Loading implements OpenFile {
        private final Source source;
        private final Path path;
        private final Detection.Readable format;
        private final Opening.Load opening;
        private final RowChecker checker;
        private CompletableFuture<Void> writing = CompletableFuture.completedFuture(null);
        private int rows;

        Loading(Source source, Path path, Detection.Readable format, Opening.Load opening, RowChecker checker) {
            this.source = source;
            this.path = path;
            this.format = format;
            this.opening = opening;
            this.checker = checker;
        }

        /** Opens its rows as text for a parser; whoever asks closes it. */
        public RecordText text() throws IOException {
            return RecordText.open(path, format.layout().csv());
        }

        /**
         * Its rows in blocks, as they are read.
         *
         * @param text from {@link #text()}
         * @param parsed the records that a parser finds in the text, one by one
         */
        public Iterator<RowBlock> blocks(RecordText text, Iterator<ParsedRecord> parsed) {
            return RowBlock.each(this, new RowBlocks(new CsvReader(toString(), text, parsed)));
        }

        /** A block that is being written meanwhile. */
        void writing(CompletableFuture<Void> block) {
            writing = block;
        }

        /** Waits for the block that is being written; throws what it failed with. */
        void written() {
            try {
                writing.join();
            } catch (CompletionException failed) {
                throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
            }
        }

        void loaded(int count) {
            rows += count;
        }

        Source source() {
            return source;
        }

        Path path() {
            return path;
        }

        FileIdentity file() {
            return format.file();
        }

        Layout layout() {
            return format.layout();
        }

        Opening.Load opening() {
            return opening;
        }

        RowChecker checker() {
            return checker;
        }

        int rows() {
            return rows;
        }

        @Override
        public String toString() {
            return source + " " + path.getFileName();
        }
    }

    /** Its rows are in the ledger, its answers are to be written. */
    record Loaded(Source source, Path path, Layout layout, Detected detected, BatchTotals totals) implements OpenFile {}

    /** Its octets were loaded before, from another drop. */
    record Repeated(Source source, Path path, FileIdentity file, Opening.Repeated opening) implements OpenFile {}

    /** It cannot be read. */
    record Refused(Source source, Path path, Refusal refusal) implements OpenFile {}

    /** Nothing can be done with it now. */
    record Untouched(Filing filing) implements OpenFile {}
}
