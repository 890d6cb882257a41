package pl.kurenda.report.format;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Collections;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.commons.compress.archivers.zip.ZipFile;

/** Takes the time of writing out of a zip file, so that the same content gives the same octets. */
final class TimelessZip {
    /** The earliest a zip file can say. */
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private TimelessZip() {}

    /** Copies the zip file with the same entries in the same order; the target stays open. */
    static void copy(Path source, OutputStream target) throws IOException {
        try (ZipFile in = ZipFile.builder().setPath(source).get()) {
            // not closed, for that would close the target: finish() writes all there is to write
            @SuppressWarnings("resource")
            ZipArchiveOutputStream out = new ZipArchiveOutputStream(target);
            for (ZipArchiveEntry entry : Collections.list(in.getEntriesInPhysicalOrder())) {
                ZipArchiveEntry plain = new ZipArchiveEntry(entry.getName());
                plain.setTimeLocal(NO_TIME);
                plain.setMethod(entry.getMethod());
                plain.setSize(entry.getSize());
                plain.setCompressedSize(entry.getCompressedSize());
                plain.setCrc(entry.getCrc());
                // as it is compressed already: a large workbook is not packed twice
                out.addRawArchiveEntry(plain, in.getRawInputStream(entry));
            }
            out.finish();
        }
    }
}
