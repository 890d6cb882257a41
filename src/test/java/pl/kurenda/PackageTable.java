package pl.kurenda;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Which package may use which. A package is named by the part after {@code pl.kurenda}; the root by {@link #ROOT}. */
final class PackageTable {
    static final String ROOT = "";

    private static final Map<String, Set<String>> MAY_USE = table();

    private PackageTable() {}

    private static Map<String, Set<String>> table() {
        Map<String, Set<String>> table = new TreeMap<>();
        table.put("recipient", Set.of());
        table.put("money", Set.of());
        table.put("simulator", Set.of());
        table.put("message", Set.of("recipient", "money"));
        table.put("ledger", Set.of("recipient", "money"));
        table.put("intake", Set.of("recipient", "money", "message", "ledger"));
        table.put("delivery", Set.of("recipient", "message", "ledger"));
        table.put("report", Set.of("recipient", "money", "ledger"));
        table.put("web", Set.of("recipient", "money", "ledger", "intake", "delivery", "report"));
        table.put("ops", Set.of("recipient", "ledger", "intake", "delivery", "report"));
        Set<String> domain = Set.of("recipient", "money", "message", "ledger", "intake", "delivery", "report");
        table.put("camel", domain);
        table.put("demo", with(domain, Set.of("simulator")));
        table.put(ROOT, with(domain, Set.of("simulator", "web", "ops", "camel", "demo")));
        return table;
    }

    private static Set<String> with(Set<String> some, Set<String> more) {
        Set<String> all = new TreeSet<>(some);
        all.addAll(more);
        return all;
    }

    static Set<String> packages() {
        return MAY_USE.keySet();
    }

    static boolean allows(String from, String to) {
        return from.equals(to) || MAY_USE.get(from).contains(to);
    }

    /** A package uses only those packages of Kurenda that its row of the table lists. */
    static ArchRule rule(String from) {
        return noClasses()
                .that(describe("are in package '" + from + "'", c -> of(c).equals(Optional.of(from))))
                .should()
                .dependOnClassesThat(describe(
                        "are in a package that '" + from + "' may not use",
                        c -> of(c.getBaseComponentType())
                                .filter(to -> !allows(from, to))
                                .isPresent()))
                .allowEmptyShould(true);
    }

    /** Every package is in the table. */
    static ArchRule isComplete() {
        return classes()
                .should(Conditions.satisfy(
                        "be in a package of the table", c -> packages().contains(of(c).orElse("?"))));
    }

    /** The package of a class of ours; empty for other classes. */
    private static Optional<String> of(JavaClass type) {
        List<String> names = List.of(type.getPackageName().split("\\."));
        boolean ours =
                names.size() > 1 && names.get(0).equals("pl") && names.get(1).startsWith("kurenda");
        return ours ? Optional.of(names.size() > 2 ? names.get(2) : ROOT) : Optional.empty();
    }
}
