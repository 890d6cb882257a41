package pl.kurenda.intake;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import pl.kurenda.intake.answer.Detected;
import pl.kurenda.intake.format.Detection;
import pl.kurenda.intake.format.Layout;
import pl.kurenda.intake.format.Refusal;
import pl.kurenda.intake.reader.CsvReader;
import pl.kurenda.intake.reader.ParsedRecord;
import pl.kurenda.intake.reader.RecordText;
import pl.kurenda.intake.row.BlockWriter;
import pl.kurenda.intake.row.RowBlock;
import pl.kurenda.intake.row.RowBlocks;
import pl.kurenda.intake.row.RowRules;
import pl.kurenda.intake.source.Source;
import pl.kurenda.ledger.batch.BatchTotals;
import pl.kurenda.ledger.batch.FileIdentity;
import pl.kurenda.ledger.batch.Opening;

/** A file on its way through intake, and what to do with it. */
public sealed interface OpenFile {

    /** The rows of the file are to be loaded. Used by one thread at a time. */
    final class Loading implements OpenFile {
        private final Path path;
        private final Detection.Readable format;
        private final Opening.Load opening;
        private final RowRules rules;
        private final BlockWriter writer;

        Loading(Path path, Detection.Readable format, Opening.Load opening, RowRules rules, BlockWriter writer) {
            this.path = path;
            this.format = format;
            this.opening = opening;
            this.rules = rules;
            this.writer = writer;
        }

        /** Opens the rows as text for a parser. The caller closes it. */
        public RecordText text() throws IOException {
            return RecordText.open(path, format.layout().csv());
        }

        /**
         * Returns the rows in blocks, as they are read.
         *
         * @param text from {@link #text()}
         * @param parsed the records that a parser finds in the text, one by one
         */
        public Iterator<RowBlock> blocks(RecordText text, Iterator<ParsedRecord> parsed) {
            return RowBlock.each(rules, writer, new RowBlocks(new CsvReader(toString(), text, parsed)));
        }

        Source source() {
            return rules.source();
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

        RowRules rules() {
            return rules;
        }

        BlockWriter writer() {
            return writer;
        }

        @Override
        public String toString() {
            return source() + " " + path.getFileName();
        }
    }

    /** The rows are in the ledger; the reply files are still to be written. */
    record Loaded(Source source, Path path, Layout layout, Detected detected, BatchTotals totals) implements OpenFile {}

    /** The same bytes were loaded before, from another drop. */
    record Repeated(Source source, Path path, FileIdentity file, Opening.Repeated opening) implements OpenFile {}

    /** The file cannot be read. */
    record Refused(Source source, Path path, Refusal refusal) implements OpenFile {}

    /** Nothing can be done with it now. */
    record Untouched(FileDisposition filing) implements OpenFile {}
}
