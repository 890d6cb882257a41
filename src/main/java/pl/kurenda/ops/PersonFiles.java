package pl.kurenda.ops;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.springframework.stereotype.Component;
import pl.kurenda.ledger.Persons;
import pl.kurenda.recipient.Msisdn;

/**
 * One person's rows in the files that have been taken in. Octets are compared, whatever their charset. Rows of a text are
 * written over sign by sign, so that all others stay where they are; a workbook that has the number is deleted.
 */
@Component
class PersonFiles {
    /** A row of so many lines is none: a quotation mark was left open. */
    private static final int MOST_LINES = 20;

    private static final int CHUNK = 1 << 20;
    private static final int OVERLAP = 128;

    private final ArchiveFolders folders;

    PersonFiles(ArchiveFolders folders) {
        this.folders = folders;
    }

    /** The rows that have the number, with the source and the name of their file. */
    List<Map<String, Object>> find(Msisdn phone) throws IOException {
        List<Map<String, Object>> found = new ArrayList<>();
        each(phone, new Finding() {
            @Override
            public void text(String source, Path file, List<String> rows, List<Integer> hits) {
                for (int hit : hits) {
                    String row =
                            new String(rows.get(hit).getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
                    found.add(entry(source, file, row.strip()));
                }
            }

            @Override
            public void workbook(String source, Path file) {
                found.add(entry(source, file, "*.xlsx"));
            }
        });
        return found;
    }

    /** @return how many files were changed or deleted */
    int erase(Msisdn phone) throws IOException {
        int[] changed = new int[1];
        each(phone, new Finding() {
            @Override
            public void text(String source, Path file, List<String> rows, List<Integer> hits) throws IOException {
                hits.forEach(hit -> rows.set(hit, rows.get(hit).replaceAll("[0-9A-Za-z\\x80-\\xFF]", "x")));
                replace(file, String.join("", rows).getBytes(StandardCharsets.ISO_8859_1));
                changed[0]++;
            }

            @Override
            public void workbook(String source, Path file) throws IOException {
                changed[0] += Files.deleteIfExists(file) ? 1 : 0;
            }
        });
        return changed[0];
    }

    private void each(Msisdn phone, Finding finding) throws IOException {
        Pattern number = Pattern.compile(Persons.pattern(phone));
        for (Map.Entry<String, List<Path>> source : folders.bySource().entrySet()) {
            for (Path folder : source.getValue()) {
                for (Path file : ArchiveFolders.files(folder)) {
                    look(source.getKey(), file, number, finding);
                }
            }
        }
    }

    private static void look(String source, Path file, Pattern number, Finding finding) throws IOException {
        byte[] octets = Files.readAllBytes(file);
        if (octets.length > 1 && octets[0] == 'P' && octets[1] == 'K') {
            if (inWorkbook(file, number)) {
                finding.workbook(source, file);
            }
            return;
        }
        String text = new String(octets, StandardCharsets.ISO_8859_1);
        if (number.matcher(text).find()) {
            List<String> rows = rows(text);
            List<Integer> hits = new ArrayList<>();
            for (int i = 0; i < rows.size(); i++) {
                if (number.matcher(rows.get(i)).find()) {
                    hits.add(i);
                }
            }
            finding.text(source, file, rows, hits);
        }
    }

    /** A line end between quotation marks is part of the row. */
    private static List<String> rows(String text) {
        List<String> rows = new ArrayList<>();
        StringBuilder row = new StringBuilder();
        int lines = 0;
        boolean quoted = false;
        for (String line : text.split("(?<=\n)")) {
            row.append(line);
            lines++;
            quoted ^= line.chars().filter(c -> c == '"').count() % 2 == 1;
            if (!quoted || lines == MOST_LINES) {
                rows.add(row.toString());
                row.setLength(0);
                lines = 0;
                quoted = false;
            }
        }
        rows.add(row.toString());
        return rows;
    }

    private static boolean inWorkbook(Path file, Pattern number) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().endsWith(".xml") && contains(zip, number)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean contains(InputStream part, Pattern number) throws IOException {
        String end = "";
        for (byte[] chunk = part.readNBytes(CHUNK); chunk.length > 0; chunk = part.readNBytes(CHUNK)) {
            String text = end + new String(chunk, StandardCharsets.ISO_8859_1);
            if (number.matcher(text).find()) {
                return true;
            }
            end = text.substring(Math.max(0, text.length() - OVERLAP));
        }
        return false;
    }

    /** Whole or not at all; it keeps its time. */
    private static void replace(Path file, byte[] octets) throws IOException {
        FileTime modified = Files.getLastModifiedTime(file);
        Path written = file.resolveSibling("." + file.getFileName() + ".tmp");
        Files.write(written, octets);
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

    private interface Finding {
        /** A text, by rows, read as ISO-8859-1, and the numbers of those that have the number. */
        void text(String source, Path file, List<String> rows, List<Integer> hits) throws IOException;

        void workbook(String source, Path file) throws IOException;
    }
}
