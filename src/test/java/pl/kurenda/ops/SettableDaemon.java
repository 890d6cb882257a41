package pl.kurenda.ops;

import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.annotation.Bean;
import pl.kurenda.delivery.route.RouteStatus;
import pl.kurenda.delivery.smsc.SmscCondition;
import pl.kurenda.delivery.smsc.SmscControl;
import pl.kurenda.intake.source.Source;
import pl.kurenda.intake.source.SourceControl;
import pl.kurenda.intake.source.SourceFolders;
import pl.kurenda.intake.source.Sources;
import pl.kurenda.ledger.read.Backlog;

/** An SMSC, two sources and a backlog, in a state set by the test. */
public class SettableDaemon implements SmscControl, SourceControl, RouteStatus, Backlog, DisposableBean {
    public final AtomicBoolean database = new AtomicBoolean(true);
    final AtomicBoolean bound = new AtomicBoolean(true);
    final AtomicBoolean dispatch = new AtomicBoolean(true);
    final AtomicBoolean routes = new AtomicBoolean(true);

    private final Set<String> paused = ConcurrentHashMap.newKeySet();
    private final Path folder;

    SettableDaemon() throws IOException {
        folder = Files.createTempDirectory("kurenda-in");
    }

    @Override
    public void destroy() throws IOException {
        Files.deleteIfExists(folder);
    }

    /** Creates or deletes the folder of both sources. */
    void folders(boolean readable) {
        try {
            if (readable) {
                Files.createDirectories(folder);
            } else {
                Files.deleteIfExists(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Bean
    static Sources sources(SettableDaemon daemon) {
        SourceFolders folders = new SourceFolders(daemon.folder, daemon.folder, daemon.folder, daemon.folder);
        Sources sources = mock(Sources.class);
        when(sources.all())
                .thenReturn(Stream.of("tax", "waste")
                        .map(name -> new Source(name, folders, false, null, null))
                        .toList());
        return sources;
    }

    @Override
    public Figures read() {
        return new Figures(1, Duration.ofSeconds(90), 2, 3, 4);
    }

    @Override
    public List<String> standing() {
        return dispatch.get() ? List.of() : List.of("dispatch");
    }

    @Override
    public List<Count> counts() {
        return List.of();
    }

    @Override
    public boolean bound() {
        return bound.get();
    }

    @Override
    public List<SmscCondition> conditions() {
        String words = bound() ? "bound" : "unbound";
        return List.of(
                new SmscCondition("plus", "test SMSC", bound(), paused.contains("plus") ? "paused by hand" : words));
    }

    @Override
    public int inHand(String account) {
        return 0;
    }

    @Override
    public boolean running(String source) {
        return !paused.contains(source) && (source.equals("waste") || routes.get());
    }

    @Override
    public void pause(String name) {
        paused.add(name);
    }

    @Override
    public void resume(String name) {
        paused.remove(name);
    }
}
