package pl.kurenda.camel;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Makes {@code kurenda.home} absolute (default: the working directory), and passes the location of the routes to Camel.
 * A file in {@code routes/} of home replaces the packaged file of the same name; any other file there is added.
 */
public class RoutesLocation implements EnvironmentPostProcessor, Ordered {

    private static final String HOME = "kurenda.home";
    private static final String PATTERN = "camel.main.routes-include-pattern";
    private static final String PACKAGED = "classpath:routes/";
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

    /** Runs after application.yml has been read, because that file may set the home. */
    @Override
    public int getOrder() {
        return ConfigDataEnvironmentPostProcessor.ORDER + 1;
    }

    /** The files in home, and the packaged files that have no file of the same name in home. */
    private static String pattern(Path routes) {
        Set<String> own = names(routes);
        if (own.isEmpty()) {
            return PACKAGED + FILES;
        }
        return Stream.concat(
                        Stream.of("file:" + routes + "/" + FILES),
                        packaged().filter(name -> !own.contains(name)).map(name -> PACKAGED + name))
                .collect(Collectors.joining(","));
    }

    private static Stream<String> packaged() {
        try {
            return Arrays.stream(new PathMatchingResourcePatternResolver().getResources(PACKAGED + FILES))
                    .map(Resource::getFilename)
                    .sorted();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the packaged routes must be readable", unreadable);
        }
    }

    private static Set<String> names(Path routes) {
        if (!Files.isDirectory(routes)) {
            return Set.of();
        }
        Set<String> names = new TreeSet<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(routes, FILES)) {
            files.forEach(file -> names.add(file.getFileName().toString()));
            return names;
        } catch (IOException | DirectoryIteratorException unreadable) {
            throw new IllegalStateException(
                    "kurenda.home is '" + routes.getParent() + "'; its folder routes must be readable", unreadable);
        }
    }
}
