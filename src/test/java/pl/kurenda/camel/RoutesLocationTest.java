package pl.kurenda.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.apache.camel.spi.SupervisingRouteController;
import org.apache.camel.spring.boot.CamelAutoConfiguration;
import org.apache.camel.spring.boot.routecontroller.SupervisingRouteControllerAutoConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockito.Mockito;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import pl.kurenda.camel.smpp.RoutesContractTest;

class RoutesLocationTest {

    private static final List<Path> PACKAGED = packaged();

    @TempDir
    private Path home;

    @Test
    void withoutRoutesInHomeThoseOfTheJarAreRead() {
        StandardEnvironment environment = processed(Map.of("kurenda.home", home.toString()));
        assertThat(environment.getProperty("camel.main.routes-include-pattern"))
                .isEqualTo("classpath:routes/*.camel.yaml");
    }

    @Test
    void anEmptyFolderDoesNotHideTheRoutesOfTheJar() throws Exception {
        Files.createDirectory(home.resolve("routes"));
        Files.writeString(home.resolve("routes/notes.txt"), "no route");
        StandardEnvironment environment = processed(Map.of("kurenda.home", home.toString()));
        assertThat(environment.getProperty("camel.main.routes-include-pattern"))
                .isEqualTo("classpath:routes/*.camel.yaml");
    }

    @Test
    void aRouteInHomeIsAddedToThoseOfTheJar() throws Exception {
        route(home, "own", "mock:own");
        assertThat(pattern())
                .contains("file:" + home + "/routes/*.camel.yaml", "classpath:routes/matching.camel.yaml")
                .hasSize(1 + PACKAGED.size());
    }

    @Test
    void aFileInHomeReplacesThatOfTheSameName() throws Exception {
        route(home, "matching", "direct:matching");
        assertThat(pattern())
                .contains("file:" + home + "/routes/*.camel.yaml", "classpath:routes/receipts.camel.yaml")
                .doesNotContain("classpath:routes/matching.camel.yaml")
                .hasSize(PACKAGED.size());
        try (ConfigurableApplicationContext application = start(home)) {
            CamelContext camel = application.getBean(CamelContext.class);
            assertThat(camel.getRoute("matching").getEndpoint()).hasToString("direct://matching");
            assertThat(camel.getRoute("opt-outs").getEndpoint()).asString().startsWith("timer://opt-outs");
        }
    }

    /** {@code mvn spring-boot:run} in a checkout: home has all files that the jar has. */
    @Test
    void theFolderOfACheckoutReplacesAllOfTheJar() throws Exception {
        StandardEnvironment environment =
                processed(Map.of("kurenda.home", Path.of("").toAbsolutePath().toString()));
        assertThat(environment.getProperty("camel.main.routes-include-pattern"))
                .isEqualTo("file:" + Path.of("routes").toAbsolutePath() + "/*.camel.yaml");
    }

    /** Uses the example of the README unchanged. */
    @Test
    void anAdminAddsARouteThatCopiesEachReceipt() throws Exception {
        Files.createDirectories(home.resolve("routes"));
        Files.writeString(home.resolve("routes/copy-receipts.camel.yaml"), example());
        Path out = Files.createDirectories(home.resolve("dropbox/waste/out"));
        Files.writeString(out.resolve("may.csv.receipt.json"), "{}");
        Files.writeString(out.resolve("may.csv.rejected.csv"), "");
        try (ConfigurableApplicationContext application = start(home)) {
            assertThat(application.isActive()).isTrue();
            Path copies = home.resolve("dropbox/receipts");
            await().until(() -> Files.exists(copies.resolve("may.csv.receipt.json")));
            assertThat(out.resolve("may.csv.receipt.json")).hasContent("{}");
            try (Stream<Path> copied = Files.list(copies)) {
                assertThat(copied).hasSize(1);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "- route:\n    id: broken\n  from: {uri",
                "- route:\n    id: broken\n    from:\n      uri: direct:a\n      steps:\n        - nosuchstep: a\n",
                "- route:\n    id: broken\n    from:\n      uri: nosuch:a\n      steps:\n        - log: a\n"
            })
    void aFileThatCannotBeReadStopsTheStartAndIsNamed(String content) throws Exception {
        Files.createDirectories(home.resolve("routes"));
        Files.writeString(home.resolve("routes/broken.camel.yaml"), content);
        assertThatThrownBy(() -> start(home).close()).hasMessageContaining("routes/broken.camel.yaml");
    }

    @Test
    void homeIsMadeAbsoluteAndIsTheWorkingDirectoryByDefault() {
        assertThat(processed(Map.of()).getProperty("kurenda.home"))
                .isEqualTo(Path.of("").toAbsolutePath().toString());
        assertThat(processed(Map.of("kurenda.home", "some/../where")).getProperty("kurenda.home"))
                .isEqualTo(Path.of("where").toAbsolutePath().toString());
    }

    @Test
    void aPatternThatIsSetStays() {
        assertThat(processed(Map.of("camel.main.routes-include-pattern", "file:elsewhere/*.yaml"))
                        .getProperty("camel.main.routes-include-pattern"))
                .isEqualTo("file:elsewhere/*.yaml");
    }

    @Test
    void camelReadsTheRoutesOfAHomeWithBlanksInItsName() throws Exception {
        Path blank = Files.createDirectory(home.resolve("urząd miasta"));
        route(blank, "own", "direct:own");
        try (ConfigurableApplicationContext application = start(blank)) {
            assertThat(application.getBean(CamelContext.class).getRoutes())
                    .extracting(Route::getId)
                    .contains("own", "matching");
        }
    }

    @Test
    void routesAreSupervisedSoThatOneThatCannotStartDoesNotStopTheRest() throws Exception {
        route(home, "own", "direct:own");
        route(home, "broken", "smpp:127.0.0.1:1");
        try (ConfigurableApplicationContext application = start(home)) {
            var context = application.getBean(CamelContext.class);
            assertThat(context.getRouteController()).isInstanceOf(SupervisingRouteController.class);
            assertThat(context.getRouteController().getRouteStatus("own").isStarted())
                    .isTrue();
            assertThat(context.getRouteController().getRouteStatus("broken").isStarted())
                    .isFalse();
        }
    }

    private List<String> pattern() {
        StandardEnvironment environment = processed(Map.of("kurenda.home", home.toString()));
        return List.of(
                environment.getProperty("camel.main.routes-include-pattern").split(","));
    }

    /** The YAML in the README that begins with the name of the file. */
    private static String example() throws Exception {
        String readme = Files.readString(Path.of("README.md"));
        int start = readme.indexOf("```yaml\n# routes/copy-receipts.camel.yaml\n") + "```yaml\n".length();
        return readme.substring(start, readme.indexOf("```", start));
    }

    private static StandardEnvironment processed(Map<String, Object> properties) {
        StandardEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("test", properties));
        new RoutesLocation().postProcessEnvironment(environment, new SpringApplication());
        return environment;
    }

    private static ConfigurableApplicationContext start(Path home) {
        return new SpringApplicationBuilder(OnlyCamel.class)
                .web(WebApplicationType.NONE)
                .initializers(RoutesLocationTest::stubs)
                .run("--kurenda.home=" + home, "--spring.main.banner-mode=off");
    }

    /** Stubs for the beans that the packaged routes need in order to start. None of them is called. */
    private static void stubs(ConfigurableApplicationContext started) {
        for (Path file : PACKAGED) {
            Matcher names = Pattern.compile("ref: (\\w+)").matcher(read(file));
            while (names.find()) {
                if (!started.getBeanFactory().containsSingleton(names.group(1))) {
                    started.getBeanFactory()
                            .registerSingleton(names.group(1), Mockito.mock(RoutesContractTest.find(names.group(1))));
                }
            }
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static List<Path> packaged() {
        try (Stream<Path> files = Files.list(Path.of("routes"))) {
            return files.toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static void route(Path home, String id, String from) throws Exception {
        Path folder = Files.createDirectories(home.resolve("routes"));
        Files.write(
                folder.resolve(id + ".camel.yaml"),
                List.of(
                        "- route:",
                        "    id: " + id,
                        "    from:",
                        "      uri: \"" + from + "\"",
                        "      steps:",
                        "        - log: here"));
    }

    /** Camel with the application's own settings, but without the rest of the application. */
    @Configuration(proxyBeanMethods = false)
    @ImportAutoConfiguration({CamelAutoConfiguration.class, SupervisingRouteControllerAutoConfiguration.class})
    @Import(RouteSupervision.class)
    static class OnlyCamel {}
}
