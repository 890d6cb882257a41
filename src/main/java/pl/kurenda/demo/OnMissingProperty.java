package pl.kurenda.demo;

import java.util.function.Predicate;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.util.StringUtils;
import pl.kurenda.delivery.account.AccountSettings;

/** Matches if a setting is missing or empty. If it is set, it replaces the embedded part. */
abstract class OnMissingProperty implements Condition {
    private final Predicate<Environment> set;

    OnMissingProperty(Predicate<Environment> set) {
        this.set = set;
    }

    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
        return !set.test(context.getEnvironment());
    }

    /** Matches if no database is configured. */
    static final class Database extends OnMissingProperty {
        static final String KEY = "spring.datasource.url";

        Database() {
            super(environment -> StringUtils.hasText(environment.getProperty(KEY)));
        }
    }

    /** Matches if no SMSC is configured. */
    static final class Smsc extends OnMissingProperty {
        Smsc() {
            super(AccountSettings::named);
        }
    }
}
