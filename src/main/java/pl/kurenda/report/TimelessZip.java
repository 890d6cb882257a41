package pl.kurenda.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** Takes the time of writing out of a zip file, so that the same content gives the same octets. */
final class TimelessZip {
    /** The earliest a zip file can say. */
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private TimelessZip() {}

    /** Copies the zip file with the same entries in the same order; the target stays open. */
    static void copy(Path source, OutputStream target) throws IOException {
        // read by its directory: a stream of entries cannot tell the long sizes that the workbook's writer puts after
        // them
        try (ZipFile in = new ZipFile(source.toFile())) {
            // not closed, for that would close the target: finish() writes all there is to write
            @SuppressWarnings("resource")
            ZipOutputStream out = new ZipOutputStream(target);
            for (ZipEntry entry : Collections.list(in.entries())) {
                ZipEntry plain = new ZipEntry(entry.getName());
                plain.setTimeLocal(NO_TIME);
                out.putNextEntry(plain);
                try (InputStream content = in.getInputStream(entry)) {
                    content.transferTo(out);
                }
                out.closeEntry();
            }
            out.finish();
        }
    }
}
