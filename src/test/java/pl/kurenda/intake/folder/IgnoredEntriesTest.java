package pl.kurenda.intake.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import pl.kurenda.intake.source.Source;
import pl.kurenda.intake.source.SourceFixture;
import pl.kurenda.intake.source.SourceFolders;
import pl.kurenda.intake.source.Sources;

class IgnoredEntriesTest {
    @TempDir
    Path folder;

    private final Logger logger = (Logger) LoggerFactory.getLogger(IgnoredEntries.class);
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final Sources sources = mock(Sources.class);
    private final IgnoredEntries odd = new IgnoredEntries(sources);
    private Path in;

    @BeforeEach
    void listen() throws IOException {
        SourceFolders folders = new SourceFolders(
                folder.resolve("in"), folder.resolve("done"), folder.resolve("failed"), folder.resolve("out"));
        folders.create();
        in = folders.in();
        Source any = SourceFixture.withHeader();
        when(sources.all()).thenReturn(List.of(new Source("waste", folders, false, any.reading(), any.wording())));
        log.start();
        logger.addAppender(log);
    }

    @AfterEach
    void detach() {
        logger.detachAppender(log);
    }

    @Test
    void aFolderIsNamedOnceForAsLongAsItIsThere() throws IOException {
        Path entry = Files.createDirectory(in.resolve("dir.csv"));
        Files.createDirectory(in.resolve(".own"));
        Files.writeString(in.resolve("opłaty.csv"), "a;b\n");
        odd.look();
        odd.look();
        assertThat(lines())
                .containsExactly(
                        "waste dir.csv: is left where it is, because it is a folder; drop the files that are in it");
        Files.delete(entry);
        odd.look();
        Files.createDirectory(entry);
        odd.look();
        assertThat(lines()).hasSize(2);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aPipeANameThatIsNoTextAndALinkToNothingAreNamed() throws Exception {
        shell("mkfifo fifo.csv; touch \"$(printf 'op\\263aty.csv')\"; ln -s nothing link.csv");
        odd.look();
        odd.look();
        assertThat(lines())
                .containsExactlyInAnyOrder(
                        "waste fifo.csv: is left where it is, because it is no file; take it away",
                        "waste op?aty.csv: is left where it is, because its name is no text in the charset of this"
                                + " machine; rename it",
                        "waste link.csv: is left where it is, because it is a link; drop the file itself");
    }

    private void shell(String commands) throws Exception {
        Process process =
                new ProcessBuilder("sh", "-c", commands).directory(in.toFile()).start();
        assertThat(process.waitFor()).isZero();
    }

    private List<String> lines() {
        return log.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
    }
}
