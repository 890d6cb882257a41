package pl.kurenda.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pl.kurenda.MovableClock;
import pl.kurenda.intake.format.FileScan;
import pl.kurenda.intake.source.Source;
import pl.kurenda.intake.source.SourceFixture;
import pl.kurenda.intake.source.SourceFolders;
import pl.kurenda.intake.source.Sources;
import pl.kurenda.ledger.batch.Batches;
import pl.kurenda.ledger.batch.Batches.FiledFile;

class LateAppendDetectorTest {
    @TempDir
    Path folder;

    private final Batches batches = mock(Batches.class);
    private final Sources sources = mock(Sources.class);
    private LateAppendDetector writers;
    private Path done;
    private Path late;

    @BeforeEach
    void fileOneRow() throws IOException {
        SourceFolders folders = new SourceFolders(
                folder.resolve("in"), folder.resolve("done"), folder.resolve("failed"), folder.resolve("out"));
        folders.create();
        Source any = SourceFixture.withHeader();
        Source source = new Source("waste", folders, false, any.reading(), any.wording());
        when(sources.all()).thenReturn(List.of(source));
        done = Files.writeString(folders.done().resolve("x.csv"), "telefon;kwota\n501100200;1,00\n");
        late = folders.in().resolve("x.late.csv");
        when(batches.loadedWithin(any())).thenReturn(List.of(new FiledFile("waste", "x.csv", Files.size(done))));
        writers = new LateAppendDetector(batches, sources, new MovableClock("2026-11-24T10:00:00Z"));
    }

    @Test
    void aFileThatIsAsItWasReadIsLeftAlone() throws IOException {
        writers.check();
        writers.check();
        Files.delete(done);
        writers.check();
        writers.check();
        assertThat(folder.resolve("in")).isEmptyDirectory();
    }

    @Test
    void whatIsAppendedLaterIsTakenOnceItIsStill() throws IOException {
        writers.check();
        append("501100201;2,00\n");
        writers.check();
        append("501100202;3,00\n");
        writers.check();
        assertThat(late).as("still growing").doesNotExist();
        writers.check();
        assertThat(late).hasContent("telefon;kwota\n501100200;1,00\n501100201;2,00\n501100202;3,00\n");
    }

    @Test
    void whatIsNoLongerWatchedIsForgotten() throws IOException {
        append("501100201;2,00\n");
        writers.check();
        writers.check();
        assertThat(late).exists();
        assertThat(writers.remembered()).isEqualTo(2);
        when(batches.loadedWithin(any())).thenReturn(List.of());
        writers.check();
        assertThat(writers.remembered()).isZero();
    }

    @Test
    void itIsDroppedAgainOnceForEachLengthItHad() throws IOException {
        append("501100201;2,00\n");
        writers.check();
        writers.check();
        Files.delete(late);
        writers.check();
        assertThat(late).doesNotExist();
        append("501100202;3,00\n");
        writers.check();
        writers.check();
        assertThat(late).exists();
        assertThat(folder.resolve("in")).isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void whatWasTakenAgainBeforeARestartIsLeftAloneUntilItGrowsOn() throws IOException {
        append("501100201;2,00\n");
        String grown = FileScan.over(done).sha256Hex();
        when(batches.knows("waste", grown)).thenReturn(true);
        writers.check();
        writers.check();
        assertThat(late).doesNotExist();
        append("501100202;3,00\n");
        writers.check();
        writers.check();
        assertThat(late).exists();
    }

    @Test
    void theCopyHasTheTimeOfTheFileAndIsNoNewerExport() throws IOException {
        append("501100201;2,00\n");
        FileTime written = FileTime.from(Instant.parse("2026-11-24T09:00:00Z"));
        Files.setLastModifiedTime(done, written);
        writers.check();
        writers.check();
        assertThat(Files.getLastModifiedTime(late)).isEqualTo(written);
    }

    @Test
    void aRefusedFileThatWasOnlyBegunIsTakenWhenItHasBeenWrittenWhole() throws IOException {
        Path begun = Files.createFile(folder.resolve("failed/y.csv"));
        writers.watch(sources.all().get(0), begun, 0);
        writers.check();
        Files.writeString(begun, "telefon;kwota\n501100200;1,00\n");
        writers.check();
        writers.check();
        assertThat(folder.resolve("in/y.late.csv")).exists();
    }

    private void append(String row) throws IOException {
        Files.writeString(done, row, StandardOpenOption.APPEND);
    }
}
