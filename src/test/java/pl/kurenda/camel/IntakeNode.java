package pl.kurenda.camel;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.camel.spring.boot.CamelAutoConfiguration;
import org.mockito.Mockito;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import pl.kurenda.camel.file.CsvRows;
import pl.kurenda.camel.file.FileDispositionStrategy;
import pl.kurenda.camel.sftp.SftpLinks;
import pl.kurenda.camel.sftp.SftpServerComponent;
import pl.kurenda.camel.sftp.SftpServers;
import pl.kurenda.camel.sftp.Uploads;
import pl.kurenda.ledger.batch.Batches;
import pl.kurenda.ledger.payment.Payments;
import pl.kurenda.ledger.vendor.Submissions;

/** The real intake, with the shipped settings and routes and its own dropbox, but with an in-memory ledger. */
public final class IntakeNode implements AutoCloseable {
    final ShiftedClock clock = new ShiftedClock();
    final ConfigurableApplicationContext context;
    /** Books nothing. */
    final Payments payments = Mockito.mock(Payments.class);

    private final Path home;

    public IntakeNode(Path home, Batches batches, String... properties) {
        this.home = home;
        List<String> all = new ArrayList<>(List.of(
                "kurenda.home=" + home,
                "camel.main.routes-include-pattern=file:routes/intake*.camel.yaml,file:routes/load.camel.yaml,file:routes/upload.camel.yaml,file:routes/payments.camel.yaml",
                "spring.main.banner-mode=off",
                "logging.level.org.apache.sshd=error",
                "logging.level.org.apache.camel.component.file.remote=off",
                "camel.springboot.jmx-enabled=false",
                "camel.springboot.shutdown-timeout=10"));
        all.addAll(List.of(properties));
        context = new SpringApplicationBuilder(Parts.class)
                .web(WebApplicationType.NONE)
                .properties(all.toArray(String[]::new))
                .initializers(started -> {
                    started.getBeanFactory().registerSingleton("clock", clock);
                    started.getBeanFactory().registerSingleton("batches", batches);
                    started.getBeanFactory().registerSingleton("payments", payments);
                    started.getBeanFactory().registerSingleton("submissions", Mockito.mock(Submissions.class));
                })
                .run();
    }

    Path folder(String source, String folder) {
        return home.resolve("dropbox").resolve(source).resolve(folder);
    }

    /** Puts a complete file into the in folder of a source in one step, as a careful writer does. */
    Path drop(String source, String name, byte[] octets) throws IOException {
        Path target = folder(source, "in").resolve(name);
        Path part = target.resolveSibling(name + ".part");
        Files.write(part, octets);
        return Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
    }

    List<String> names(String source, String folder) {
        try (Stream<Path> files = Files.list(folder(source, folder))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        context.close();
    }

    @Configuration(proxyBeanMethods = false)
    @ComponentScan({"pl.kurenda.intake", "pl.kurenda.message"})
    @Import({
        CsvRows.class,
        FileDispositionStrategy.class,
        SourceRoutes.class,
        StepNames.class,
        SftpServers.class,
        SftpLinks.class,
        SftpServerComponent.class,
        Uploads.class,
        RouteStates.class
    })
    @ImportAutoConfiguration(CamelAutoConfiguration.class)
    static class Parts {}
}
