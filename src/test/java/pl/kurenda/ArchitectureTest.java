package pl.kurenda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The rules that the code keeps. Each rule is also shown to fail on classes of pl.kurendabad that break it. Exactly
 * these classes must be reported, so that a rule that reports too much is detected as well.
 */
class ArchitectureTest {
    private static final JavaClasses PRODUCT = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("pl.kurenda");
    private static final JavaClasses OFFENDERS = new ClassFileImporter().importPackages("pl.kurendabad");

    private static final Pattern USED = Pattern.compile("has type <pl\\.kurendabad\\.(?:(\\w+)\\.)?UsesAll>");
    private static final Pattern REPORTED = Pattern.compile("\\((\\w+)\\.java:\\d+\\)");

    static Set<String> packages() {
        return PackageTable.packages();
    }

    @ParameterizedTest
    @MethodSource("packages")
    void aPackageUsesOnlyWhatItMay(String name) {
        PackageTable.rule(name).check(PRODUCT);
    }

    @ParameterizedTest
    @MethodSource("packages")
    void thePackageRuleReportsEachUseThatIsNotAllowedAndNoOther(String name) {
        Set<String> forbidden = new TreeSet<>(packages());
        forbidden.removeIf(to -> PackageTable.allows(name, to));
        assertThat(found(PackageTable.rule(name), USED)).isEqualTo(forbidden);
    }

    static Stream<Arguments> rules() {
        return Stream.of(
                arguments(PackageTable.isComplete(), Set.of("Stray")),
                arguments(HouseRules.ONLY_CAMEL_KNOWS_CAMEL, Set.of("KnowsCamel")),
                arguments(HouseRules.PAGES_USE_INTERFACES_OF_DELIVERY, Set.of("UsesAll")),
                arguments(HouseRules.ENTITIES_ARE_PACKAGE_PRIVATE, Set.of("OpenEntity", "OpenPart")),
                arguments(HouseRules.CONTROLLERS_ARE_PACKAGE_PRIVATE, Set.of("OpenController")),
                arguments(HouseRules.NO_SQL_DATES, Set.of("BindsTimestamp")),
                arguments(HouseRules.NO_OLD_DATES, Set.of("KeepsDate", "TakesDate", "GivesDate")),
                arguments(
                        HouseRules.TIME_COMES_FROM_THE_CLOCK,
                        Set.of(
                                "AsksNoClock",
                                "AsksZoneOnly",
                                "RefersToNow",
                                "MakesClock",
                                "CountsMillis",
                                "MakesDate")),
                arguments(HouseRules.MONEY_IS_EXACT, Set.of("DoubleSum", "FloatCost", "DoubleTotal", "DoublePrice")),
                arguments(HouseRules.ONLY_COMMANDS_PRINT, Set.of("Prints", "PrintsTrace")),
                arguments(HouseRules.NOBODY_SLEEPS, Set.of("Sleeps")),
                arguments(HouseRules.NO_FIELD_IS_INJECTED, Set.of("InjectsField")));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void theProductKeepsTheRule(ArchRule rule) {
        rule.check(PRODUCT);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void theRuleReportsWhoBreaksItAndNobodyElse(ArchRule rule, Set<String> offenders) {
        assertThat(found(rule, REPORTED)).isEqualTo(new TreeSet<>(offenders));
    }

    /** The first group of the pattern in each line that the rule reports. A line that does not match fails. */
    private static Set<String> found(ArchRule rule, Pattern pattern) {
        Set<String> found = new TreeSet<>();
        for (String detail : rule.evaluate(OFFENDERS).getFailureReport().getDetails()) {
            Matcher matcher = pattern.matcher(detail);
            assertThat(matcher.find()).as(detail).isTrue();
            found.add(matcher.group(1) == null ? PackageTable.ROOT : matcher.group(1));
        }
        return found;
    }

    @Test
    void theProductIsSmallFilesInPackagesWithAPurpose() {
        SourceTree sources = new SourceTree(Path.of("src/main/java"));
        assertThat(sources.filesOver(400)).isEmpty();
        assertThat(sources.packagesWithoutPurpose()).isEmpty();
    }

    @Test
    void aLongFileIsReported(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("Long.java"), "x\n".repeat(401));
        Files.writeString(folder.resolve("Short.java"), "x\n".repeat(400));
        assertThat(new SourceTree(folder).filesOver(400)).isEqualTo(List.of(Path.of("Long.java")));
    }

    @Test
    void methodsAreShort() throws IOException {
        assertThat(new SourceTree(Path.of("src/main/java")).methodsOver(40)).isEmpty();
    }

    @Test
    void aLongMethodIsReported(@TempDir Path folder) throws IOException {
        String shortOne = "void a() {\n" + "\n".repeat(38) + "}\n";
        String longOne = "void b() {\n" + "\n".repeat(39) + "}\n";
        Files.writeString(folder.resolve("Methods.java"), "class Methods {\n" + shortOne + longOne + "}\n");
        assertThat(new SourceTree(folder).methodsOver(40)).isEqualTo(List.of("Methods.java#b"));
    }

    @Test
    void aPackageWithoutPurposeIsReported(@TempDir Path folder) throws IOException {
        write(folder, "none/A.java", "package none;");
        write(folder, "bare/package-info.java", "package bare;");
        write(folder, "comment/package-info.java", "/* Holds all. */\npackage comment;");
        write(folder, "empty/package-info.java", "/** */\npackage empty;");
        write(folder, "good/package-info.java", "/** Holds all. */\npackage good;");
        assertThat(new SourceTree(folder).packagesWithoutPurpose())
                .isEqualTo(List.of(Path.of("bare"), Path.of("comment"), Path.of("empty"), Path.of("none")));
    }

    private static void write(Path folder, String name, String text) throws IOException {
        Files.createDirectories(folder.resolve(name).getParent());
        Files.writeString(folder.resolve(name), text);
    }
}
