package pl.kurenda;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The parts of a package use one another only as the table says, and never in a cycle. Each rule is also shown to fail
 * on test classes: one in each part, which uses every other part of its package.
 */
class SubPackageTest {
    private static final JavaClasses PRODUCT = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("pl.kurenda");
    private static final Pattern USED = Pattern.compile("has type <pl\\.kurendabad\\.([\\w.]+)\\.UsesAll>");
    private static final int MOST_FILES = 30;

    @TempDir
    static Path folder;

    private static JavaClasses offenders;

    @BeforeAll
    static void makeOffenders() throws IOException {
        List<String> options =
                new ArrayList<>(List.of("-d", folder.resolve("classes").toString(), "-proc:none"));
        for (String part : SubPackageTable.parts()) {
            Path file = folder.resolve("source/" + part.replace('.', '/') + "/UsesAll.java");
            Files.createDirectories(file.getParent());
            Files.writeString(file, usesAll(part));
            options.add(file.toString());
        }
        int failed = ToolProvider.getSystemJavaCompiler().run(null, null, null, options.toArray(String[]::new));
        assertThat(failed).isZero();
        offenders = new ClassFileImporter().importPath(folder.resolve("classes"));
    }

    private static String usesAll(String part) {
        StringBuilder code = new StringBuilder("package pl.kurendabad." + part + ";\npublic class UsesAll {\n");
        int field = 0;
        for (String other : siblings(part)) {
            code.append("  pl.kurendabad.")
                    .append(other)
                    .append(".UsesAll f")
                    .append(field++)
                    .append(";\n");
        }
        return code.append("}\n").toString();
    }

    private static Set<String> siblings(String part) {
        Set<String> siblings = new TreeSet<>(SubPackageTable.parts());
        String first = part.split("\\.")[0];
        siblings.removeIf(other -> !other.split("\\.")[0].equals(first) || other.equals(part));
        return siblings;
    }

    static Set<String> parts() {
        return SubPackageTable.parts();
    }

    static Set<String> packages() {
        return SubPackageTable.packages();
    }

    @ParameterizedTest
    @MethodSource("parts")
    void aPartUsesOnlyWhatItMay(String part) {
        SubPackageTable.rule(part).check(PRODUCT);
    }

    @ParameterizedTest
    @MethodSource("parts")
    void theRuleReportsEachUseThatIsNotAllowedAndNoOther(String part) {
        Set<String> forbidden = siblings(part);
        forbidden.removeIf(to -> SubPackageTable.allows(part, to));
        Set<String> found = new TreeSet<>();
        for (String detail : SubPackageTable.rule(part)
                .evaluate(offenders)
                .getFailureReport()
                .getDetails()) {
            Matcher matcher = USED.matcher(detail);
            assertThat(matcher.find()).as(detail).isTrue();
            found.add(matcher.group(1));
        }
        assertThat(found).isEqualTo(forbidden);
    }

    @ParameterizedTest
    @MethodSource("packages")
    void noPartUsesItselfByWayOfAnother(String name) {
        SubPackageTable.isFreeOfCycles("pl.kurenda", name).check(PRODUCT);
    }

    @ParameterizedTest
    @MethodSource("packages")
    void aCircleIsReported(String name) {
        assertThat(SubPackageTable.isFreeOfCycles("pl.kurendabad", name)
                        .evaluate(offenders)
                        .hasViolation())
                .isTrue();
    }

    /** Each part is in the table, and the table names only existing parts. */
    @Test
    void theTableIsComplete() {
        Set<String> there = new TreeSet<>();
        for (JavaClass type : PRODUCT) {
            if (!type.getSimpleName().equals("package-info")) {
                SubPackageTable.of(type).ifPresent(there::add);
            }
        }
        assertThat(there).isEqualTo(SubPackageTable.parts());
    }

    @Test
    void noPackageHoldsMoreThanThirtyFiles() throws IOException {
        assertThat(new SourceTree(Path.of("src/main/java")).packagesOver(MOST_FILES))
                .isEmpty();
    }

    @Test
    void aPackageWithTooManyFilesIsReported(@TempDir Path tree) throws IOException {
        fill(tree.resolve("full"), MOST_FILES);
        fill(tree.resolve("over"), MOST_FILES + 1);
        assertThat(new SourceTree(tree).packagesOver(MOST_FILES)).isEqualTo(List.of(Path.of("over")));
    }

    private static void fill(Path directory, int files) throws IOException {
        Files.createDirectories(directory);
        for (int i = 0; i < files; i++) {
            Files.writeString(directory.resolve("A" + i + ".java"), "");
        }
    }
}
