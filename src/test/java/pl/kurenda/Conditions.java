package pl.kurenda;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.function.Predicate;

/** Conditions for architecture rules. */
final class Conditions {
    private Conditions() {}

    static ArchCondition<JavaClass> satisfy(String description, Predicate<JavaClass> predicate) {
        return new ArchCondition<>(description) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                String message =
                        type.getDescription() + " does not " + description + " in " + type.getSourceCodeLocation();
                events.add(new SimpleConditionEvent(type, predicate.test(type), message));
            }
        };
    }
}
