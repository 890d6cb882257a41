package pl.kurenda.camel.smpp;

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
import java.util.Set;
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
import pl.kurenda.ledger.dispatch.DispatchQueue;
import pl.kurenda.ledger.inbox.Inbox;

/**
 * Checks the conventions of the route files. A file holds one route, and its name is the id of the route. A route has a
 * group and a description, each of its steps an id and a description. Every bean and method that a file names exists
 * and is public.
 */
public class RoutesContractTest {

    private static final Path ROUTES = Path.of("routes");

    private static final Set<String> GROUPS = Set.of("intake", "dispatch", "receipts", "reports", "upkeep", "vendors");

    /** Parts of a step that hold further steps. */
    private static final Set<String> BRANCHES = Set.of("doFinally", "doCatch", "when", "otherwise");

    /** The type under which a bean is called, if its class is not public or a configuration makes it. */
    private static final Map<String, Class<?>> BEHIND_INTERFACES =
            Map.of("receiptInbox", Inbox.class, "dispatchQueue", DispatchQueue.class);

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

    @TestFactory
    Stream<DynamicTest> eachRouteHasAGroup() throws IOException {
        return routes().map(file -> dynamicTest(
                file.getFileName().toString(),
                () -> assertThat((String) route(file).get("group")).isIn(GROUPS)));
    }

    @TestFactory
    Stream<DynamicTest> eachStepHasAnIdAndADescription() throws IOException {
        return routes().flatMap(file -> steps(route(file).get("from"), "from").stream()
                .map(step -> dynamicTest(file.getFileName() + " " + step, () -> isNamed(step))));
    }

    /** Camel refuses two steps with the same id. Steps of a template are distinguished by the id of the route. */
    @Test
    void noIdIsUsedTwice() throws IOException {
        List<String> ids = routes().flatMap(file -> steps(route(file).get("from"), "from").stream()
                        .map(step -> (isTemplate(file) ? file.getFileName() + " " : "") + step.definition.get("id")))
                .toList();
        assertThat(ids).doesNotHaveDuplicates();
    }

    @Test
    void aStepWithoutIdOrDescriptionIsFound() {
        Object from = new Yaml()
                .load(
                        "{uri: 'direct:a', id: a, description: d, steps: [{split: {id: s, description: d, simple: x, steps:"
                                + " [{bean: {ref: b, method: m}}]}}, {to: 'direct:c'}]}");
        List<Step> steps = steps(from, "from");
        assertThat(steps).extracting(Step::name).containsExactly("from", "split", "bean", "to");
        assertThat(steps.stream().filter(step -> step.definition.containsKey("id")))
                .extracting(Step::name)
                .containsExactly("from", "split");
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

    private static void isNamed(Step step) {
        assertThat((String) step.definition.get("id")).isNotNull().matches("[a-z]+(-[a-z]+)*");
        assertThat((String) step.definition.get("description")).isNotBlank();
    }

    private static boolean isTemplate(Path file) {
        return ((Map<?, ?>) ((List<?>) read(file)).get(0)).containsKey("routeTemplate");
    }

    /** The route of a file, or that of its template. */
    private static Map<?, ?> route(Path file) {
        Map<?, ?> entry = (Map<?, ?>) ((List<?>) read(file)).get(0);
        return isTemplate(file)
                ? (Map<?, ?>) ((Map<?, ?>) entry.get("routeTemplate")).get("route")
                : (Map<?, ?>) entry.get("route");
    }

    /** The files that hold a route or a template, not the error policy. */
    private static Stream<Path> routes() throws IOException {
        return files().stream().filter(file -> !file.endsWith("errors.camel.yaml"));
    }

    /** The step itself and all steps in it. */
    private static List<Step> steps(Object definition, String name) {
        List<Step> steps = new ArrayList<>();
        Map<?, ?> step = definition instanceof Map<?, ?> map ? map : Map.of("uri", definition);
        steps.add(new Step(name, step));
        step.forEach((key, value) -> {
            if (BRANCHES.contains(key)) {
                List<?> branches = value instanceof List<?> list ? list : List.of(value);
                branches.forEach(branch -> steps.addAll(steps(branch, (String) key)));
            } else if ("steps".equals(key)) {
                ((List<?>) value)
                        .forEach(child ->
                                ((Map<?, ?>) child).forEach((kind, of) -> steps.addAll(steps(of, (String) kind))));
            }
        });
        return steps;
    }

    private record Step(String name, Map<?, ?> definition) {
        @Override
        public String toString() {
            return name + " " + definition.get("id");
        }
    }

    private static boolean isPublic(Class<?> type, String method) {
        return Modifier.isPublic(type.getModifiers())
                && Arrays.stream(type.getMethods()).map(Method::getName).anyMatch(method::equals);
    }

    /** The class of a bean, or the interface under which it is called; null if there is none. */
    public static Class<?> find(String bean) {
        return BEHIND_INTERFACES.containsKey(bean)
                ? BEHIND_INTERFACES.get(bean)
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
