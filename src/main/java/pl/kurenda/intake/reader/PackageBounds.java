package pl.kurenda.intake.reader;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** Limits those parts of a workbook that POI reads into memory as trees. POI itself limits only their inflate ratio. */
final class PackageBounds {
    private static final int ENTRIES = 1000;
    /** Content types and relationships of real workbooks take a few KiB. */
    private static final int TREE = 1024 * 1024;

    private PackageBounds() {}

    /** @throws WorkbookFile.DamagedException if the file is not a ZIP archive, or one of these parts is too large */
    static void check(Path file) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            if (zip.size() > ENTRIES) {
                throw new WorkbookFile.DamagedException("more than " + ENTRIES + " parts");
            }
            Set<String> names = new HashSet<>();
            for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements(); ) {
                ZipEntry entry = entries.nextElement();
                String name = entry.getName().toLowerCase(Locale.ROOT);
                if (!names.add(name)) {
                    throw new WorkbookFile.DamagedException("two parts of one name");
                }
                if (name.endsWith(".rels") || name.startsWith("[content_types]") || name.startsWith("docprops")) {
                    check(zip, entry);
                }
            }
        } catch (ZipException | EOFException | IllegalArgumentException e) {
            throw new WorkbookFile.DamagedException(e);
        }
    }

    private static void check(ZipFile zip, ZipEntry entry) throws IOException {
        try (InputStream in = zip.getInputStream(entry)) {
            if (in.skip(TREE) == TREE && in.read() >= 0) {
                throw new WorkbookFile.DamagedException("a part over " + TREE + " octets that has to be small");
            }
        }
    }
}
