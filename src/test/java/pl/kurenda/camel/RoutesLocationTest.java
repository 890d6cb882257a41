package pl.kurenda.camel;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.apache.camel.spi.SupervisingRouteController;
import org.apache.camel.spring.boot.CamelAutoConfiguration;
import org.apache.camel.spring.boot.routecontroller.SupervisingRouteControllerAutoConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

class RoutesLocationTest {

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
    void routesInHomeAreRead() throws Exception {
        route(home, "own", "mock:own");
        StandardEnvironment environment = processed(Map.of("kurenda.home", home.toString()));
        assertThat(environment.getProperty("camel.main.routes-include-pattern"))
                .isEqualTo("file:" + home + "/routes/*.camel.yaml");
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
                    .containsExactly("own");
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

    private static StandardEnvironment processed(Map<String, Object> properties) {
        StandardEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("test", properties));
        new RoutesLocation().postProcessEnvironment(environment, new SpringApplication());
        return environment;
    }

    private static ConfigurableApplicationContext start(Path home) {
        return new SpringApplicationBuilder(OnlyCamel.class)
                .web(WebApplicationType.NONE)
                .run("--kurenda.home=" + home, "--spring.main.banner-mode=off");
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

    /** Camel without the rest of the application, and with the application's own settings. */
    @Configuration(proxyBeanMethods = false)
    @ImportAutoConfiguration({CamelAutoConfiguration.class, SupervisingRouteControllerAutoConfiguration.class})
    @Import(RouteSupervision.class)
    static class OnlyCamel {}
}
