package pl.kurenda.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Results as they are printed, and as CSV in {@code target/bench}. */
final class Table {
    static final Path FOLDER = Path.of("target/bench");

    private final String name;
    private final List<List<String>> rows = new ArrayList<>();

    Table(String name, String... columns) {
        this.name = name;
        rows.add(List.of(columns));
    }

    void add(Object... cells) {
        rows.add(Arrays.stream(cells).map(Table::text).toList());
    }

    private static String text(Object cell) {
        if (cell == null) {
            return "-";
        }
        return cell instanceof Double number
                ? String.format(Locale.ROOT, Math.abs(number) < 100 ? "%.2f" : "%.0f", number)
                : cell.toString();
    }

    void print() throws IOException {
        System.out.println();
        System.out.println(name);
        int[] widths = new int[rows.get(0).size()];
        rows.forEach(row -> {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        });
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < widths.length; i++) {
                line.append("  ")
                        .append(" ".repeat(widths[i] - row.get(i).length()))
                        .append(row.get(i));
            }
            System.out.println(line);
        }
        Files.createDirectories(FOLDER);
        Files.writeString(
                FOLDER.resolve(name.replaceAll("\\W+", "-") + ".csv"),
                rows.stream().map(row -> String.join(",", row) + "\n").collect(Collectors.joining()));
    }
}
