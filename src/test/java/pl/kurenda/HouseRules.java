package pl.kurenda;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.conditions.ArchConditions.callMethod;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.MappedSuperclass;
import java.time.Clock;
import java.util.Date;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;

/** Rules on how the code is written, whatever the package. */
final class HouseRules {
    private static final Set<String> MONEY_PACKAGES = Set.of("money", "message", "intake", "ledger", "report");
    private static final Set<String> FLOATING = Set.of("float", "double", "java.lang.Float", "java.lang.Double");

    static final ArchRule ONLY_CAMEL_KNOWS_CAMEL = noClasses()
            .that()
            .resideOutsideOfPackage("pl.*.camel..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.camel..");

    /** Pages, health and metrics use the dispatch but are not part of it. */
    static final ArchRule PAGES_USE_INTERFACES_OF_DELIVERY = noClasses()
            .that()
            .resideInAnyPackage("pl.*.web..", "pl.*.ops..")
            .should()
            .dependOnClassesThat(describe(
                    "are classes of delivery, neither interface nor record",
                    c -> inPackage(c, "delivery") && !c.isInterface() && !c.isRecord()));

    static final ArchRule ENTITIES_ARE_PACKAGE_PRIVATE = classes()
            .that()
            .areAnnotatedWith(Entity.class)
            .or()
            .areAnnotatedWith(Embeddable.class)
            .or()
            .areAnnotatedWith(MappedSuperclass.class)
            .should()
            .bePackagePrivate()
            .allowEmptyShould(true);

    static final ArchRule CONTROLLERS_ARE_PACKAGE_PRIVATE = classes()
            .that()
            .areMetaAnnotatedWith(Controller.class)
            .should()
            .bePackagePrivate()
            .allowEmptyShould(true);

    static final ArchRule NO_SQL_DATES = noClasses()
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(
                    java.sql.Timestamp.class, java.sql.Date.class, java.sql.Time.class, java.util.Calendar.class);

    /** Kurenda may hand an old date to a library, but neither keeps nor passes one itself. */
    static final ArchRule NO_OLD_DATES = classes()
            .should(Conditions.satisfy(
                    "keep java.util.Date out of its fields and methods",
                    c -> declared(c).noneMatch(type -> type.isEquivalentTo(Date.class))));

    static final ArchRule TIME_COMES_FROM_THE_CLOCK = noClasses()
            .should()
            .accessTargetWhere(describe("the machine's time is read", HouseRules::readsTime))
            .orShould()
            .callConstructor(Date.class);

    static final ArchRule MONEY_IS_EXACT = classes()
            .that(describe("may hold money", HouseRules::mayHoldMoney))
            .should(Conditions.satisfy(
                    "keep float and double out of its fields and methods",
                    c -> declared(c).noneMatch(type -> FLOATING.contains(type.getName()))));

    static final ArchRule ONLY_COMMANDS_PRINT =
            noClasses().that().haveSimpleNameNotEndingWith("Command").should(ACCESS_STANDARD_STREAMS);

    static final ArchRule NOBODY_SLEEPS = noClasses()
            .should(callMethod(Thread.class, "sleep", long.class))
            .orShould(callMethod(Thread.class, "sleep", long.class, int.class));

    static final ArchRule NO_FIELD_IS_INJECTED =
            fields().should().notBeAnnotatedWith(Autowired.class).andShould().notBeAnnotatedWith(Value.class);

    private HouseRules() {}

    private static boolean mayHoldMoney(JavaClass type) {
        return MONEY_PACKAGES.stream().anyMatch(name -> inPackage(type, name));
    }

    private static boolean inPackage(JavaClass type, String name) {
        String[] names = type.getPackageName().split("\\.");
        return names.length > 2 && names[1].startsWith("kurenda") && names[2].equals(name);
    }

    /** The types of fields, parameters and results. An array counts as its element type. */
    private static Stream<JavaClass> declared(JavaClass type) {
        Predicate<JavaCodeUnit> written = unit -> !unit.getModifiers().contains(JavaModifier.SYNTHETIC);
        Stream<JavaClass> kept = type.getFields().stream().map(JavaField::getRawType);
        Stream<JavaClass> taken = type.getCodeUnits().stream()
                .filter(written)
                .flatMap(unit ->
                        Stream.concat(unit.getRawParameterTypes().stream(), Stream.of(unit.getRawReturnType())));
        return Stream.concat(kept, taken).map(JavaClass::getBaseComponentType);
    }

    private static boolean readsTime(JavaAccess<?> access) {
        JavaClass owner = access.getTargetOwner();
        String name = access.getName();
        boolean now = owner.getPackageName().startsWith("java.time") && name.equals("now") && !takesClock(access);
        boolean clock = owner.isEquivalentTo(Clock.class)
                && (name.startsWith("system") || name.startsWith("tick"))
                && !access.getOwner().isAnnotatedWith(Bean.class);
        boolean millis = owner.isEquivalentTo(System.class) && name.equals("currentTimeMillis");
        return now || clock || millis;
    }

    private static boolean takesClock(JavaAccess<?> access) {
        return access.getTarget() instanceof CodeUnitAccessTarget unit
                && unit.getRawParameterTypes().stream().anyMatch(type -> type.isEquivalentTo(Clock.class));
    }
}
