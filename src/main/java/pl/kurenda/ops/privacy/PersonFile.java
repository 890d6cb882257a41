package pl.kurenda.ops.privacy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;

/** Writes the data held on a person as JSON, or as CSV (kind, row, name, value) if the file name ends in that. */
public final class PersonFile {
    private static final String BOM = "\uFEFF";

    private PersonFile() {}

    /**
     * Creates a file that only its owner can read.
     *
     * @throws java.nio.file.FileAlreadyExistsException if the file exists
     */
    public static void write(Path file, Map<String, List<Map<String, Object>>> kinds) throws IOException {
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        } else {
            Files.createFile(file);
        }
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write(
                    file.getFileName().toString().endsWith(".csv")
                            ? csv(kinds).getBytes(StandardCharsets.UTF_8)
                            : new ObjectMapper()
                                    .writerWithDefaultPrettyPrinter()
                                    .writeValueAsBytes(kinds));
        }
    }

    private static String csv(Map<String, List<Map<String, Object>>> kinds) {
        StringBuilder text = new StringBuilder(BOM + "kind;row;name;value\r\n");
        kinds.forEach((kind, rows) -> {
            for (int i = 0; i < rows.size(); i++) {
                String start = kind + ";" + (i + 1) + ";";
                rows.get(i)
                        .forEach((name, value) -> text.append(start)
                                .append(name)
                                .append(';')
                                .append(cell(value))
                                .append("\r\n"));
            }
        });
        return text.toString();
    }

    /** Returns a cell that a spreadsheet does not treat as a formula. */
    private static String cell(Object value) {
        String text = value == null ? "" : value.toString();
        String harmless = text.matches("(?s)[=+\\-@\t\r].*") ? "'" + text : text;
        return '"' + harmless.replace("\"", "\"\"") + '"';
    }
}
