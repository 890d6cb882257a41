package pl.kurenda;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which part of a package may use which part of the same package. A part is named by what follows {@code pl.kurenda},
 * such as {@code intake.format}; {@code intake} means the classes directly in the package. {@link PackageTable} lists
 * what other packages may use.
 */
final class SubPackageTable {
    private static final Map<String, Set<String>> MAY_USE = table();

    private SubPackageTable() {}

    private static Map<String, Set<String>> table() {
        Map<String, Set<String>> table = new TreeMap<>();
        row(table, "camel", "file", "sftp", "smpp");
        row(table, "camel.file");
        row(table, "camel.sftp");
        row(table, "camel.smpp");
        row(table, "delivery");
        row(table, "delivery.account");
        row(table, "delivery.dispatch", "", "account", "rate", "smsc", "window");
        row(table, "delivery.rate");
        row(table, "delivery.receipt", "", "account", "smsc");
        row(table, "delivery.route");
        row(table, "delivery.smsc", "", "account", "rate");
        row(table, "delivery.window");
        row(table, "intake", "answer", "folder", "format", "reader", "row", "source", "text");
        row(table, "intake.answer", "column", "format", "reader", "source", "text");
        row(table, "intake.check", "answer", "format", "row", "source", "text");
        row(table, "intake.column");
        row(table, "intake.folder", "source");
        row(table, "intake.format", "column", "folder", "reader", "source", "text");
        row(table, "intake.payment", "", "column", "folder", "format", "reader", "source", "text");
        row(table, "intake.reader");
        row(table, "intake.row", "answer", "column", "format", "reader", "source", "text");
        row(table, "intake.source", "column");
        row(table, "intake.submission", "check", "column", "format", "reader", "source", "text");
        row(table, "intake.text");
        row(table, "ledger", "core", "dispatch", "optout");
        row(table, "ledger.batch", "core", "gate", "optout");
        row(table, "ledger.core");
        row(table, "ledger.decision", "batch", "core", "gate");
        row(table, "ledger.dispatch", "core", "optout", "receipt");
        row(table, "ledger.gate", "core");
        row(table, "ledger.inbox", "core", "optout");
        row(table, "ledger.login", "core");
        row(table, "ledger.optout", "core");
        row(table, "ledger.payment", "batch", "core");
        row(table, "ledger.phones", "core");
        row(table, "ledger.privacy", "core", "decision", "optout");
        row(table, "ledger.read", "batch", "core", "decision", "gate", "optout");
        row(table, "ledger.receipt", "core", "inbox");
        row(table, "ledger.report", "core");
        row(table, "ledger.upkeep", "core", "dispatch", "receipt", "report");
        row(table, "ledger.vendor", "core");
        row(table, "ops.command", "privacy");
        row(table, "ops.health");
        row(table, "ops.jmx");
        row(table, "ops.metrics");
        row(table, "ops.privacy");
        row(table, "ops.security");
        row(table, "report", "chain", "core", "format", "table");
        row(table, "report.chain", "core");
        row(table, "report.core");
        row(table, "report.effect", "core");
        row(table, "report.format", "core");
        row(table, "report.page", "core", "format");
        row(table, "report.table", "core", "effect", "page");
        row(table, "web.api");
        row(table, "web.audit", "support");
        row(table, "web.file", "support");
        row(table, "web.message", "support");
        row(table, "web.optout", "support");
        row(table, "web.report", "support");
        row(table, "web.support");
        row(table, "web.today", "report", "support");
        return table;
    }

    /** @param parts that it may use; an empty name means the classes directly in the package */
    private static void row(Map<String, Set<String>> table, String part, String... parts) {
        String first = first(part);
        Set<String> used = new TreeSet<>();
        for (String other : parts) {
            used.add(other.isEmpty() ? first : first + "." + other);
        }
        table.put(part, used);
    }

    static Set<String> parts() {
        return MAY_USE.keySet();
    }

    /** The packages that have parts. */
    static Set<String> packages() {
        Set<String> packages = new TreeSet<>();
        parts().forEach(part -> packages.add(first(part)));
        return packages;
    }

    static boolean allows(String from, String to) {
        return from.equals(to) || MAY_USE.get(from).contains(to);
    }

    /** Within its own package, a part uses only the parts in its row of the table. */
    static ArchRule rule(String from) {
        return noClasses()
                .that(describe("are in '" + from + "'", c -> of(c).equals(Optional.of(from))))
                .should()
                .dependOnClassesThat(describe(
                        "are in a part that '" + from + "' may not use",
                        c -> of(c.getBaseComponentType())
                                .filter(to -> first(to).equals(first(from)) && !allows(from, to))
                                .isPresent()));
    }

    /** No part of the package uses itself through another part. */
    static ArchRule isFreeOfCycles(String root, String first) {
        return slices().matching(root + "." + first + ".(*)..")
                .namingSlices(first + ".$1")
                .should()
                .beFreeOfCycles();
    }

    /** The part that a class of ours is in; empty for classes of packages without parts and for other classes. */
    static Optional<String> of(JavaClass type) {
        List<String> names = List.of(type.getPackageName().split("\\."));
        if (names.size() < 3 || !names.get(0).equals("pl") || !names.get(1).startsWith("kurenda")) {
            return Optional.empty();
        }
        String part = String.join(".", names.subList(2, Math.min(4, names.size())));
        return packages().contains(names.get(2)) ? Optional.of(part) : Optional.empty();
    }

    private static String first(String part) {
        return part.split("\\.")[0];
    }
}
