package pl.kurenda;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the compiler does not keep: how long the files are, and what package-info files say. */
record SourceTree(Path root) {
    private static final Pattern PURPOSE =
            Pattern.compile("\\s*/\\*\\*[\\s*]*\\p{Alpha}[^@]*?\\*/\\s*package\\s.*", Pattern.DOTALL);

    List<Path> filesOver(int lines) {
        return files().filter(file -> lines(file).size() > lines)
                .map(root::relativize)
                .toList();
    }

    /** Packages that hold more source files than this; their package-info does not count. */
    List<Path> packagesOver(int most) {
        return files()
                .filter(file -> !file.endsWith("package-info.java"))
                .collect(Collectors.groupingBy(Path::getParent, TreeMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .filter(folder -> folder.getValue() > most)
                .map(folder -> root.relativize(folder.getKey()))
                .toList();
    }

    /** Packages with code but without a package-info that begins with its Javadoc. */
    List<Path> packagesWithoutPurpose() {
        return files().map(Path::getParent)
                .distinct()
                .filter(folder -> !PURPOSE.matcher(text(folder.resolve("package-info.java")))
                        .matches())
                .map(root::relativize)
                .toList();
    }

    private Stream<Path> files() {
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(file -> file.toString().endsWith(".java")).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> lines(Path file) {
        return text(file).lines().toList();
    }

    private static String text(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
