package pl.kurenda.intake.reader;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;

/** How an export is encoded in its file, and how it becomes bytes that {@link RecordScanner} can cut. */
public sealed interface FileEncoding {

    /** The bytes, without a byte order mark. Delimiters, quotes and line ends have their ASCII codes. */
    InputStream open(Path file) throws IOException;

    /**
     * A text that can be cut as it is.
     *
     * @param mark length of its byte order mark in bytes
     */
    record Plain(int mark) implements FileEncoding {
        @Override
        public InputStream open(Path file) throws IOException {
            return skip(Files.newInputStream(file), mark);
        }
    }

    /**
     * A text in UTF-16, converted to UTF-8.
     *
     * @param charset UTF-16LE or UTF-16BE
     * @param mark length of its byte order mark in bytes
     */
    record Wide(Charset charset, int mark) implements FileEncoding {
        @Override
        public InputStream open(Path file) throws IOException {
            return new Utf16Input(skip(Files.newInputStream(file), mark), charset);
        }
    }

    /**
     * A sheet of a workbook (ECMA-376), converted to CSV in UTF-8 with one line per row of the sheet.
     *
     * @param sheet which one
     * @param delimiter of the CSV
     */
    record Workbook(WorkbookSheet sheet, char delimiter) implements FileEncoding {
        @Override
        public InputStream open(Path file) throws IOException {
            return SheetInput.open(file, sheet, delimiter);
        }
    }

    private static InputStream skip(InputStream in, int mark) throws IOException {
        try {
            in.skipNBytes(mark);
            return in;
        } catch (IOException e) {
            in.close();
            throw e;
        }
    }
}
