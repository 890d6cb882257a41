package pl.kurenda.ops.privacy;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import pl.kurenda.ledger.privacy.Persons;
import pl.kurenda.recipient.Msisdn;

/**
 * Finds and erases one person's rows in files that were taken in. It compares bytes, whatever the charset. Rows of a
 * text are overwritten character by character, so that all others keep their position. A workbook that contains the
 * number is deleted. A file that cannot be searched is listed and does not stop the search.
 */
@Component
public class PersonFiles {
    private static final Pattern SIGNS = Pattern.compile("[0-9A-Za-z\\x80-\\xFF]");

    private final ArchiveFolders folders;

    public PersonFiles(ArchiveFolders folders) {
        this.folders = folders;
    }

    /**
     * Result of a search.
     *
     * @param rows rows that contain the number, with the source and name of their file
     * @param unsearched files and folders that could not be searched
     */
    public record Found(List<Map<String, Object>> rows, List<Path> unsearched) {}

    /**
     * Result of an erasure.
     *
     * @param files number of files changed or deleted
     * @param unsearched files and folders that could not be searched
     */
    public record Erased(int files, List<Path> unsearched) {}

    /** Returns the rows that contain the number. */
    public Found find(Msisdn phone) {
        Pattern number = Pattern.compile(Persons.pattern(phone));
        List<Map<String, Object>> rows = new ArrayList<>();
        return new Found(rows, each((source, file) -> {
            if (PersonWorkbook.is(file)) {
                if (PersonWorkbook.has(file, number)) {
                    rows.add(entry(source, file, "*.xlsx"));
                }
                return;
            }
            try (PersonRows text = new PersonRows(file)) {
                for (String row = text.next(); row != null; row = text.next()) {
                    if (number.matcher(row).find()) {
                        rows.add(entry(source, file, PersonRows.shown(row)));
                    }
                }
            }
        }));
    }

    /** Erases the number's rows from all files. */
    public Erased erase(Msisdn phone) {
        Pattern number = Pattern.compile(Persons.pattern(phone));
        int[] changed = new int[1];
        List<Path> unsearched = each((source, file) -> {
            if (PersonWorkbook.is(file)) {
                changed[0] += PersonWorkbook.has(file, number) && Files.deleteIfExists(file) ? 1 : 0;
            } else if (has(file, number)) {
                replace(file, number);
                changed[0]++;
            }
        });
        return new Erased(changed[0], unsearched);
    }

    /** @return what could not be searched */
    private List<Path> each(Look look) {
        List<Path> unsearched = new ArrayList<>();
        Map<String, List<Path>> sources;
        try {
            sources = folders.bySource();
        } catch (IOException e) {
            return List.of(folders.dropbox());
        }
        sources.forEach((source, all) -> all.forEach(folder -> {
            try {
                for (Path file : ArchiveFolders.files(folder)) {
                    if (!looked(look, source, file)) {
                        unsearched.add(file);
                    }
                }
            } catch (IOException e) {
                unsearched.add(folder);
            }
        }));
        return unsearched;
    }

    private static boolean looked(Look look, String source, Path file) {
        try {
            look.at(source, file);
            return true;
        } catch (NoSuchFileException gone) {
            // the domain system took its reply, or its retention period ended
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean has(Path file, Pattern number) throws IOException {
        try (PersonRows text = new PersonRows(file)) {
            for (String row = text.next(); row != null; row = text.next()) {
                if (number.matcher(row).find()) {
                    return true;
                }
            }
            return false;
        }
    }

    /** Replaces the file completely or not at all, and keeps its time. */
    private static void replace(Path file, Pattern number) throws IOException {
        FileTime modified = Files.getLastModifiedTime(file);
        Path written = file.resolveSibling("." + file.getFileName() + ".tmp");
        try (PersonRows text = new PersonRows(file);
                OutputStream out = new BufferedOutputStream(Files.newOutputStream(written))) {
            for (String row = text.next(); row != null; row = text.next()) {
                String left = number.matcher(row).find() ? SIGNS.matcher(row).replaceAll("x") : row;
                out.write(left.getBytes(StandardCharsets.ISO_8859_1));
            }
        } catch (IOException e) {
            Files.deleteIfExists(written);
            throw e;
        }
        Files.setLastModifiedTime(written, modified);
        Files.move(written, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static Map<String, Object> entry(String source, Path file, String row) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("source", source);
        entry.put("folder", file.getParent().getFileName().toString());
        entry.put("file", file.getFileName().toString());
        entry.put("row", row);
        return entry;
    }

    private interface Look {
        void at(String source, Path file) throws IOException;
    }
}
