package pl.kurenda.report.format;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Collections;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.commons.compress.archivers.zip.ZipFile;

/** Removes the time of writing from a zip file, so that the same content gives the same bytes. */
final class TimelessZip {
    /** The earliest time a zip file can hold. */
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private TimelessZip() {}

    /** Copies the zip file with the same entries in the same order. The target stays open. */
    static void copy(Path source, OutputStream target) throws IOException {
        try (ZipFile in = ZipFile.builder().setPath(source).get()) {
            // not closed, because that would close the target; finish() writes everything that is left
            @SuppressWarnings("resource")
            ZipArchiveOutputStream out = new ZipArchiveOutputStream(target);
            for (ZipArchiveEntry entry : Collections.list(in.getEntriesInPhysicalOrder())) {
                ZipArchiveEntry plain = new ZipArchiveEntry(entry.getName());
                plain.setTimeLocal(NO_TIME);
                plain.setMethod(entry.getMethod());
                plain.setSize(entry.getSize());
                plain.setCompressedSize(entry.getCompressedSize());
                plain.setCrc(entry.getCrc());
                // copied in compressed form, so that a large workbook is not compressed twice
                out.addRawArchiveEntry(plain, in.getRawInputStream(entry));
            }
            out.finish();
        }
    }
}
