package pl.kurenda;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Reads what the compiler does not keep: how long files and methods are, and what package-info files say. */
record SourceTree(Path root) {
    private static final Pattern PURPOSE =
            Pattern.compile("\\s*/\\*\\*[\\s*]*\\p{Alpha}[^@]*?\\*/\\s*package\\s.*", Pattern.DOTALL);

    List<Path> filesOver(int lines) {
        return files().filter(file -> lines(file).size() > lines)
                .map(root::relativize)
                .toList();
    }

    /** Methods and constructors longer than this, as {@code File.java#method}. */
    List<String> methodsOver(int lines) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
            JavacTask task = (JavacTask) compiler.getTask(
                    null,
                    manager,
                    null,
                    List.of("-proc:none"),
                    null,
                    manager.getJavaFileObjectsFromPaths(files().toList()));
            List<String> found = new ArrayList<>();
            LongMethods scanner = new LongMethods(Trees.instance(task).getSourcePositions(), lines, found);
            task.parse().forEach(unit -> scanner.scan(unit, unit));
            return found;
        }
    }

    private static final class LongMethods extends TreeScanner<Void, CompilationUnitTree> {
        private final SourcePositions positions;
        private final int lines;
        private final List<String> found;

        LongMethods(SourcePositions positions, int lines, List<String> found) {
            this.positions = positions;
            this.lines = lines;
            this.found = found;
        }

        @Override
        public Void visitMethod(MethodTree method, CompilationUnitTree unit) {
            LineMap map = unit.getLineMap();
            long first = map.getLineNumber(positions.getStartPosition(unit, method));
            long last = map.getLineNumber(positions.getEndPosition(unit, method));
            if (last - first + 1 > lines) {
                Path file = Path.of(unit.getSourceFile().getName());
                found.add(file.getFileName() + "#" + method.getName());
            }
            return super.visitMethod(method, unit);
        }
    }

    /** Packages with more source files than this, not counting package-info. */
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

    /** Packages with code but without a package-info that begins with Javadoc. */
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
