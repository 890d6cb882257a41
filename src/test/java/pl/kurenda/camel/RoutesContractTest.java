package pl.kurenda.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.stereotype.Component;
import org.springframework.util.ClassUtils;
import org.yaml.snakeyaml.Yaml;
import pl.kurenda.ledger.ReceiptInbox;

/** What the route files name exists, and they keep the conventions: a file is a route is its id, with a description. */
class RoutesContractTest {

    private static final Path ROUTES = Path.of("routes");

    /** Beans made by a configuration class, by the type under which they are made. */
    private static final Map<String, Class<?>> MADE_BY_CONFIGURATION = Map.of("receiptInbox", ReceiptInbox.class);

    @Test
    void thereAreRoutes() throws IOException {
        assertThat(files()).isNotEmpty();
    }

    @TestFactory
    Stream<DynamicTest> beansAndMethodsExistAndArePublic() throws IOException {
        return files().stream()
                .flatMap(file -> beans(read(file)).stream()
                        .map(bean -> dynamicTest(
                                file.getFileName() + " " + bean.get("ref") + "." + bean.get("method"),
                                () -> exists(bean))));
    }

    @TestFactory
    Stream<DynamicTest> eachFileIsOneRouteWithItsIdAndADescription() throws IOException {
        return files().stream()
                .map(file -> dynamicTest(file.getFileName().toString(), () -> keepsTheConventions(file)));
    }

    @Test
    void aWrongNameIsFound() {
        assertThat(find("noSuchBean")).isNull();
        assertThat(isPublic(SmppMapping.class, "noSuchMethod")).isFalse();
        assertThat(isPublic(SmppLink.class, "ready"))
                .as("its class is not public")
                .isFalse();
        assertThat(isPublic(SmppMapping.class, "relative"))
                .as("it is not public")
                .isFalse();
        assertThat(isPublic(SmppMapping.class, "toSubmitSm")).isTrue();
    }

    private static void exists(Map<String, Object> bean) {
        String ref = (String) bean.get("ref");
        Class<?> type = find(ref);
        assertThat(type).as("bean " + ref).isNotNull();
        assertThat(bean.get("method")).as("the method of " + ref + " is named").isNotNull();
        assertThat(isPublic(type, (String) bean.get("method")))
                .as(bean.toString())
                .isTrue();
    }

    private static void keepsTheConventions(Path file) {
        List<?> entries = (List<?>) read(file);
        assertThat(entries).hasSize(1);
        Map<?, ?> route =
                (Map<?, ?>) ((Map<?, ?>) entries.get(0)).values().iterator().next();
        assertThat(file.getFileName()).hasToString(route.get("id") + ".camel.yaml");
        assertThat((String) route.get("description")).isNotBlank();
    }

    private static boolean isPublic(Class<?> type, String method) {
        return Modifier.isPublic(type.getModifiers())
                && Arrays.stream(type.getMethods()).map(Method::getName).anyMatch(method::equals);
    }

    private static Class<?> find(String bean) {
        return MADE_BY_CONFIGURATION.containsKey(bean)
                ? MADE_BY_CONFIGURATION.get(bean)
                : components().get(bean);
    }

    private static Map<String, Class<?>> components() {
        ClassPathScanningCandidateComponentProvider scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(Component.class));
        Map<String, Class<?>> found = new LinkedHashMap<>();
        for (BeanDefinition definition : scanner.findCandidateComponents("pl.kurenda")) {
            Class<?> type = ClassUtils.resolveClassName(
                    definition.getBeanClassName(), RoutesContractTest.class.getClassLoader());
            String name = AnnotatedElementUtils.findMergedAnnotation(type, Component.class)
                    .value();
            found.put(name.isEmpty() ? ClassUtils.getShortNameAsProperty(type) : name, type);
        }
        return found;
    }

    private static Object read(Path file) {
        try {
            return new Yaml().<Object>load(Files.readString(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> beans(Object node) {
        List<Map<String, Object>> beans = new ArrayList<>();
        if (node instanceof Map<?, ?> map) {
            map.forEach((key, value) -> {
                if (value instanceof Map<?, ?> call && call.containsKey("ref")) {
                    beans.add((Map<String, Object>) call);
                } else {
                    beans.addAll(beans(value));
                }
            });
        } else if (node instanceof List<?> list) {
            list.forEach(value -> beans.addAll(beans(value)));
        }
        return beans;
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(ROUTES)) {
            return files.filter(file -> file.toString().endsWith(".camel.yaml"))
                    .sorted()
                    .toList();
        }
    }
}
