package pl.kurenda.demo;

import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;
import pl.kurenda.delivery.account.AccountSettings;

/** Matches {@code kurenda.api.sandbox=true} beside a real SMSC. A demo is a sandbox as a whole. */
final class OnSandbox implements Condition {
    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
        Environment environment = context.getEnvironment();
        return environment.getProperty("kurenda.api.sandbox", Boolean.class, false)
                && AccountSettings.named(environment);
    }
}
