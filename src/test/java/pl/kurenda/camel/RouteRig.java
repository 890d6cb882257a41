package pl.kurenda.camel;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.camel.spring.boot.CamelAutoConfiguration;
import org.mockito.Mockito;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.util.FileSystemUtils;
import pl.kurenda.ledger.Payments;
import pl.kurenda.ledger.Submissions;

/** What the tests of single routes start: intake with its shipped settings, a folder of its own and a ledger in memory. */
@Configuration(proxyBeanMethods = false)
@Import(IntakeNode.Parts.class)
@ImportAutoConfiguration(CamelAutoConfiguration.class)
class RouteRig {

    /** A new folder for each application context. */
    static void home(DynamicPropertyRegistry properties) {
        try {
            Path home = Files.createTempDirectory("kurenda-route").toRealPath();
            properties.add("kurenda.home", home::toString);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void clear(Path home) throws IOException {
        FileSystemUtils.deleteRecursively(home);
    }

    @Bean
    ShiftedClock clock() {
        return new ShiftedClock();
    }

    @Bean
    InMemoryBatches batches() {
        return new InMemoryBatches();
    }

    @Bean
    Payments payments() {
        return Mockito.mock(Payments.class);
    }

    @Bean
    Submissions submissions() {
        return Mockito.mock(Submissions.class);
    }
}
