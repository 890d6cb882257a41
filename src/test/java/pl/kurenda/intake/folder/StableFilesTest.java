package pl.kurenda.intake.folder;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import pl.kurenda.intake.source.Source;
import pl.kurenda.intake.source.SourceFixture;

class StableFilesTest {
    private final Hand hand = new Hand();
    private final StableFiles stable = new StableFiles(hand);
    private final RetryPauses pauses = new RetryPauses(hand);
    private final Source source = SourceFixture.withHeader();

    @TempDir
    Path folder;

    @Test
    void waitsASecondOfStandingStill() throws IOException {
        Path file = Files.writeString(folder.resolve("x.csv"), "a;b\n");
        assertThat(stable.isReady(source, file)).isFalse();
        hand.move(999);
        assertThat(stable.isReady(source, file)).isFalse();
        hand.move(1);
        assertThat(stable.isReady(source, file)).isTrue();
    }

    @Test
    void leavesNamesAloneThatNoAnswerCanHaveAndSaysSoOnce() throws IOException {
        Logger logger = (Logger) LoggerFactory.getLogger(StableFiles.class);
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        logger.addAppender(log);
        try {
            for (String name :
                    List.of("a\nWARN b.csv", "a\u001b[31m.csv", "a\u0085.csv", "ż".repeat(89) + ".csv", "a\\b.csv")) {
                Path file = Files.writeString(folder.resolve(name), "a;b\n");
                stable.isReady(source, file);
                stable.isReady(source, file, 4, Instant.EPOCH);
                hand.move(60_000);
                assertThat(stable.isReady(source, file)).isFalse();
                assertThat(stable.isReady(source, file, 4, Instant.EPOCH)).isFalse();
            }
        } finally {
            logger.detachAppender(log);
        }
        assertThat(log.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .hasSize(5)
                .allSatisfy(line -> assertThat(line)
                        .doesNotContainPattern("\\p{Cntrl}|\u0085")
                        .contains("is left where it is"));
        Path longest = Files.writeString(folder.resolve("ż".repeat(88) + ".csv"), "a;b\n");
        stable.isReady(source, longest);
        hand.move(1000);
        assertThat(stable.isReady(source, longest)).isTrue();
    }

    /** The longest pause between two polls of a server is an hour. Loading what was found may take as long again. */
    @Test
    void remembersFilesFromOneLookToTheNextHoweverLongThePause() {
        List<Path> files = List.of(folder.resolve("x.csv"), folder.resolve("y.csv"), folder.resolve("z.csv"));
        files.forEach(file ->
                assertThat(stable.isReady(source, file, 4, Instant.EPOCH)).isFalse());
        for (int look = 0; look < 3; look++) {
            hand.move(2 * 3_600_000);
            assertThat(files).allMatch(file -> stable.isReady(source, file, 4, Instant.EPOCH));
        }
    }

    @Test
    void saysOnceOfAFileThatIsNoExportThatItIsLeft() throws IOException {
        Logger logger = (Logger) LoggerFactory.getLogger(StableFiles.class);
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        logger.addAppender(log);
        try {
            for (String name : List.of("x.dat", "noending", "x.csv.done", "x.csv.part", ".x.dat", "~$x.xlsx")) {
                Path file = Files.writeString(folder.resolve(name), "a;b\n");
                for (int look = 0; look < 3; look++) {
                    assertThat(stable.isReady(source, file)).isFalse();
                    hand.move(60_000);
                }
            }
        } finally {
            logger.detachAppender(log);
        }
        assertThat(log.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .satisfiesExactly(
                        line -> assertThat(line).startsWith("x.dat: is left"),
                        line -> assertThat(line).startsWith("noending: is left"));
    }

    /** A link may lead to a file of another source, or to one that is not an export. */
    @Test
    void takesNeitherLinksNorFoldersNorHiddenFiles() throws IOException {
        Path outside = Files.writeString(folder.resolve("secret"), "telefon;kwota\n501234567;1\n");
        Files.createDirectory(folder.resolve("folder.csv"));
        Files.createSymbolicLink(folder.resolve("link.csv"), outside);
        Files.createSymbolicLink(folder.resolve("up.csv"), Path.of("..", "x.csv"));
        Files.createSymbolicLink(folder.resolve("loop.csv"), Path.of("loop.csv"));
        Files.writeString(folder.resolve("..csv"), "a;b\n");
        Files.writeString(folder.resolve("...x.csv"), "a;b\n");
        Files.writeString(folder.resolve("a..b.csv"), "a;b\n");
        List<String> names = List.of("folder.csv", "link.csv", "up.csv", "loop.csv", "..csv", "...x.csv");
        names.forEach(name -> stable.isReady(source, folder.resolve(name)));
        stable.isReady(source, folder.resolve("a..b.csv"));
        hand.move(60_000);
        assertThat(names).noneMatch(name -> stable.isReady(source, folder.resolve(name)));
        assertThat(stable.isReady(source, folder.resolve("a..b.csv"))).isTrue();
    }

    @Test
    void startsAnewWhenItGrows() throws IOException {
        Path file = Files.writeString(folder.resolve("x.csv"), "a;b\n");
        stable.isReady(source, file);
        hand.move(900);
        Files.writeString(file, "a;b\nc;d\n");
        assertThat(stable.isReady(source, file)).isFalse();
        hand.move(900);
        assertThat(stable.isReady(source, file)).isFalse();
        hand.move(100);
        assertThat(stable.isReady(source, file)).isTrue();
    }

    @Test
    void startsAnewWhenOnlyItsTimeChanges() throws IOException {
        Path file = Files.writeString(folder.resolve("x.csv"), "a;b\n");
        stable.isReady(source, file);
        hand.move(1000);
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2026-01-01T00:00:00Z")));
        assertThat(stable.isReady(source, file)).isFalse();
    }

    @Test
    void waitsFiveSecondsWhereTheLastLineHasNoEnd() throws IOException {
        Path file = Files.writeString(folder.resolve("x.txt"), "a;b\nc;1");
        stable.isReady(source, file);
        hand.move(4999);
        assertThat(stable.isReady(source, file)).isFalse();
        hand.move(1);
        assertThat(stable.isReady(source, file)).isTrue();
    }

    @Test
    void takesAnEmptyFileSoThatItCanFail() throws IOException {
        Path file = Files.createFile(folder.resolve("x.csv"));
        stable.isReady(source, file);
        hand.move(1000);
        assertThat(stable.isReady(source, file)).isTrue();
    }

    @Test
    void fileThatIsGoneIsNotReady() {
        assertThat(stable.isReady(source, folder.resolve("x.csv"))).isFalse();
    }

    @Test
    void pausesGrowToFiveMinutes() {
        Path file = folder.resolve("x.csv");
        long[] seconds = {10, 20, 40, 80, 160, 300, 300};
        for (long pause : seconds) {
            pauses.failed(file);
            hand.move(pause * 1000 - 1);
            assertThat(pauses.mayTry(file)).isFalse();
            hand.move(1);
            assertThat(pauses.mayTry(file)).isTrue();
        }
        pauses.forget(file);
        pauses.failed(file);
        hand.move(10_000);
        assertThat(pauses.mayTry(file)).isTrue();
        assertThat(pauses.mayTry(folder.resolve("y.csv"))).isTrue();
    }

    private static final class Hand extends Clock {
        private Instant now = Instant.parse("2026-11-24T10:00:00Z");

        void move(long millis) {
            now = now.plus(Duration.ofMillis(millis));
        }

        @Override
        public ZoneId getZone() {
            return ZoneId.of("Europe/Warsaw");
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
