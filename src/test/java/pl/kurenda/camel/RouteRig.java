package pl.kurenda.camel;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.apache.camel.spring.boot.CamelAutoConfiguration;
import org.mockito.Mockito;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.util.FileSystemUtils;
import pl.kurenda.ledger.payment.Payments;
import pl.kurenda.ledger.vendor.Submissions;

/** The beans for tests of single routes: intake with its shipped settings, its own folder and an in-memory ledger. */
@Configuration(proxyBeanMethods = false)
@Import(IntakeNode.Parts.class)
@ImportAutoConfiguration(CamelAutoConfiguration.class)
class RouteRig {
    /** The routes of sources with folders on this machine. */
    static final String LOCAL = "camel.main.routes-include-pattern="
            + "file:routes/load.camel.yaml,file:routes/intake.camel.yaml,file:routes/payments.camel.yaml";

    /** Also the routes of sources with folders on another machine. */
    static final String REMOTE = LOCAL + ",file:routes/intake-sftp.camel.yaml,file:routes/upload.camel.yaml";

    /** A new folder for each application context. */
    static Path home(DynamicPropertyRegistry properties) {
        try {
            Path home = Files.createTempDirectory("kurenda-route").toRealPath();
            properties.add("kurenda.home", home::toString);
            return home;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Puts a complete file into a folder in one step, as a careful writer does. */
    static void drop(Path folder, String name, String text) throws IOException {
        Path part = Files.writeString(folder.resolve(name + ".part"), text);
        Files.move(part, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
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
