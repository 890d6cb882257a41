package pl.kurenda.demo;

import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.util.StringUtils;

/** Whether a setting is missing or empty: what is configured replaces its embedded part. */
abstract class Unset implements Condition {
    private final String key;

    Unset(String key) {
        this.key = key;
    }

    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
        return !StringUtils.hasText(context.getEnvironment().getProperty(key));
    }

    /** No database is named. */
    static final class Database extends Unset {
        static final String KEY = "spring.datasource.url";

        Database() {
            super(KEY);
        }
    }

    /** No SMSC is named. */
    static final class Smsc extends Unset {
        static final String KEY = "kurenda.smsc.host";

        Smsc() {
            super(KEY);
        }
    }
}
