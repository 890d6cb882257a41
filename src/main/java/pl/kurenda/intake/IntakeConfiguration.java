package pl.kurenda.intake;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import pl.kurenda.intake.source.IntakeSettings;
import pl.kurenda.intake.source.SourceKeys;
import pl.kurenda.intake.source.Sources;

/** Creates the intake beans that depend on settings. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(IntakeSettings.class)
public class IntakeConfiguration {

    @Bean
    Sources sources(IntakeSettings settings, Environment environment) {
        SourceKeys.check(environment);
        Sources sources = new Sources(settings, node(environment));
        // a command only reads
        return environment.containsProperty("kurenda.command") ? sources : sources.create();
    }

    /** The name of the daemon as the ledger forms it, with only characters that are safe in a folder name. */
    private static String node(Environment environment) {
        String name = environment.getProperty("kurenda.node", "");
        if (name.isBlank()) {
            name = hostName() + "-" + environment.getProperty("server.port", "8080");
        }
        return name.replaceAll("[^A-Za-z0-9._-]", "-");
    }

    private static String hostName() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "localhost";
        }
    }
}
