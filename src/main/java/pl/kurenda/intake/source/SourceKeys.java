package pl.kurenda.intake.source;

import java.util.List;
import java.util.Set;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.IterableConfigurationPropertySource;
import org.springframework.core.env.Environment;

/** Detects misspelt settings of sources, which would otherwise be ignored without a warning. */
public final class SourceKeys {
    private static final ConfigurationPropertyName ROOT = ConfigurationPropertyName.of("kurenda.sources");
    private static final int NAME_PLACE = 2;
    private static final List<String> KNOWN = List.of(
            "uri",
            "sftp.private-key",
            "sftp.passphrase",
            "sftp.password",
            "sftp.known-hosts",
            "sftp.connect-timeout",
            "sftp.read-timeout",
            "sftp.poll",
            "charset",
            "delimiter",
            "header",
            "columns.phone",
            "columns.amount",
            "columns.name",
            "columns.due",
            "columns.account",
            "columns.reference",
            "template",
            "sender",
            "send-window",
            "minimum-amount",
            "budget",
            "budget.batch",
            "budget.day",
            "budget.month",
            "canary.size",
            "canary.wait",
            "canary.max-failures",
            "stages",
            "full-export",
            "hold-out",
            "marker-file",
            "gate.enabled",
            "gate.min-rows",
            "gate.max-rows",
            "gate.max-total",
            "gate.max-amount",
            "gate.max-rejected",
            "gate.max-per-phone",
            "gate.max-shifted",
            "gate.equal-amounts",
            "gate.max-factor",
            "gate.max-missing",
            "office",
            "account",
            "enrich",
            "alphabet");
    /** The known keys without dashes, as environment variables write them. */
    private static final Set<String> UNIFORM =
            Set.copyOf(KNOWN.stream().map(key -> key.replace("-", "")).toList());

    private SourceKeys() {}

    /** @throws IllegalArgumentException if a key is unknown; the message names the first one */
    public static void check(Environment environment) {
        for (ConfigurationPropertySource source : ConfigurationPropertySources.get(environment)) {
            if (source instanceof IterableConfigurationPropertySource iterable) {
                iterable.stream().filter(ROOT::isAncestorOf).forEach(SourceKeys::check);
            }
        }
    }

    private static void check(ConfigurationPropertyName name) {
        StringBuilder key = new StringBuilder();
        for (int i = NAME_PLACE + 1; i < name.getNumberOfElements(); i++) {
            if (name.isNumericIndex(i)) {
                // an index in a list
                continue;
            }
            key.append(i > NAME_PLACE + 1 ? "." : "")
                    .append(name.getElement(i, ConfigurationPropertyName.Form.UNIFORM));
        }
        if (!UNIFORM.contains(key.toString())) {
            throw new IllegalArgumentException(
                    name + " is not a setting; allowed below kurenda.sources.<name>: " + String.join(", ", KNOWN));
        }
    }
}
