package pl.kurenda.camel;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Makes {@code kurenda.home} absolute (default: the working directory), and has Camel read the routes from its folder {@code routes/},
 * or those packed in the jar where it has none.
 */
public class RoutesLocation implements EnvironmentPostProcessor, Ordered {

    private static final String HOME = "kurenda.home";
    private static final String PATTERN = "camel.main.routes-include-pattern";
    private static final String FILES = "*.camel.yaml";

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        Path home = Path.of(environment.getProperty(HOME, "")).toAbsolutePath().normalize();
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put(HOME, home.toString());
        if (!environment.containsProperty(PATTERN)) {
            properties.put(PATTERN, pattern(home.resolve("routes")));
        }
        environment.getPropertySources().addFirst(new MapPropertySource("kurendaHome", properties));
    }

    /** After application.yml has been read, which may set the home. */
    @Override
    public int getOrder() {
        return ConfigDataEnvironmentPostProcessor.ORDER + 1;
    }

    private static String pattern(Path routes) {
        return hasRoutes(routes) ? "file:" + routes + "/" + FILES : "classpath:routes/" + FILES;
    }

    private static boolean hasRoutes(Path routes) {
        if (!Files.isDirectory(routes)) {
            return false;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(routes, FILES)) {
            return files.iterator().hasNext();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(
                    "kurenda.home is '" + routes.getParent() + "'; its folder routes must be readable", unreadable);
        }
    }
}
