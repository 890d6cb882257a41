package pl.kurenda.delivery.account;

import java.util.stream.Stream;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.IterableConfigurationPropertySource;

/**
 * Makes the keys under one prefix readable under another too. Spring Boot's aliases need each key by name, so they
 * cannot cover a map with unknown keys. The key {@code name} is not inherited.
 */
final class InheritedKeys implements IterableConfigurationPropertySource {
    private static final String OWN_ALONE = "name";

    private final IterableConfigurationPropertySource source;
    private final ConfigurationPropertyName from;
    private final ConfigurationPropertyName to;

    InheritedKeys(IterableConfigurationPropertySource source, String from, String to) {
        this.source = source;
        this.from = ConfigurationPropertyName.of(from);
        this.to = ConfigurationPropertyName.of(to);
    }

    @Override
    public Stream<ConfigurationPropertyName> stream() {
        return source.stream()
                .filter(from::isAncestorOf)
                .map(name -> to.append(name.subName(from.getNumberOfElements())))
                .filter(name -> !ownAlone(name));
    }

    @Override
    public ConfigurationProperty getConfigurationProperty(ConfigurationPropertyName name) {
        if (!to.isAncestorOf(name) || ownAlone(name)) {
            return null;
        }
        ConfigurationProperty property =
                source.getConfigurationProperty(from.append(name.subName(to.getNumberOfElements())));
        return property == null ? null : new ConfigurationProperty(name, property.getValue(), property.getOrigin());
    }

    private static boolean ownAlone(ConfigurationPropertyName name) {
        return name.getLastElement(ConfigurationPropertyName.Form.UNIFORM).equals(OWN_ALONE);
    }
}
