package pl.kurenda.delivery.account;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.StreamSupport;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.PropertySourcesPlaceholdersResolver;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.IterableConfigurationPropertySource;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/**
 * Reads the configured accounts: those of {@code kurenda.smscs.<name>}, each of which takes the keys that it does not
 * set from {@code kurenda.smsc}. If there are none, {@code kurenda.smsc} is the one account.
 */
public final class AccountSettings {
    /** Key of the account of {@code kurenda.smsc}. */
    public static final String SINGLE = "smsc";

    private static final String STANDARD = "kurenda.smsc";
    private static final String SEVERAL = "kurenda.smscs";

    private AccountSettings() {}

    static String prefix(String key) {
        return key.equals(SINGLE) ? STANDARD : SEVERAL + "." + key;
    }

    /** Whether the settings name an SMSC. If they do, the simulator is not used. */
    public static boolean named(Environment environment) {
        return StringUtils.hasText(environment.getProperty(STANDARD + ".host"))
                || !names(environment).isEmpty();
    }

    /**
     * Reads the accounts.
     *
     * @return settings by key, in the order of the keys
     * @throws IllegalArgumentException with a sentence that names the key, the value and what is allowed
     */
    public static Map<String, SmscSettings> read(Environment environment) {
        // errors in the common keys are reported under their own name
        SmscSettings standard = Binder.get(environment).bindOrCreate(STANDARD, SmscSettings.class);
        Set<String> names = names(environment);
        if (names.isEmpty()) {
            return Map.of(SINGLE, standard);
        }
        Map<String, SmscSettings> accounts = new LinkedHashMap<>();
        Set<String> taken = new TreeSet<>();
        for (String name : names) {
            SmscSettings settings = read(environment, name);
            if (settings.host() == null) {
                throw new IllegalArgumentException(prefix(name)
                        + ".host is not set, and kurenda.smsc.host neither; set it to the operator's SMSC, or leave"
                        + " kurenda.smscs out for the built-in simulator");
            }
            if (!taken.add(settings.name())) {
                throw new IllegalArgumentException(prefix(name) + ".name is '" + settings.name()
                        + "', the name of another account; allowed: a name of its own");
            }
            accounts.put(name, settings);
        }
        return accounts;
    }

    private static Set<String> names(Environment environment) {
        Set<String> names = new TreeSet<>(Binder.get(environment)
                .bind(SEVERAL, Bindable.mapOf(String.class, Object.class))
                .orElse(Map.of())
                .keySet());
        for (String name : names) {
            if (!name.matches("[a-z0-9][a-z0-9-]{0,31}") || name.equals(SINGLE)) {
                throw new IllegalArgumentException(SEVERAL + " has an account named '" + name
                        + "'; allowed: up to 32 of a-z, 0-9 and -, and not " + SINGLE);
            }
        }
        return names;
    }

    private static SmscSettings read(Environment environment, String name) {
        String prefix = prefix(name);
        List<ConfigurationPropertySource> sources = new ArrayList<>();
        ConfigurationPropertySources.get(environment).forEach(sources::add);
        // the account's own keys win, wherever the common keys are written
        List<ConfigurationPropertySource> common = StreamSupport.stream(
                        ConfigurationPropertySources.get(environment).spliterator(), false)
                .filter(IterableConfigurationPropertySource.class::isInstance)
                .<ConfigurationPropertySource>map(
                        source -> new InheritedKeys((IterableConfigurationPropertySource) source, STANDARD, prefix))
                .toList();
        sources.addAll(common);
        sources.add(new MapConfigurationPropertySource(Map.of(prefix + ".name", name)));
        try {
            return new Binder(sources, new PropertySourcesPlaceholdersResolver(environment))
                    .bindOrCreate(prefix, SmscSettings.class);
        } catch (BindException wrong) {
            String sentence = NestedExceptionUtils.getMostSpecificCause(wrong).getMessage();
            if (sentence == null || !sentence.startsWith(STANDARD + ".")) {
                throw wrong;
            }
            throw new IllegalArgumentException(sentence.replace(STANDARD + ".", prefix + "."), wrong);
        }
    }
}
