package pl.kurenda.ops.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mock.env.MockEnvironment;
import pl.kurenda.ledger.LedgerFixture;
import pl.kurenda.ledger.ServiceFixture;
import pl.kurenda.ledger.privacy.Retention;

/**
 * Files in the folders, on a real ledger: one that is erased, one that is kept, and files that the ledger does not
 * know.
 */
class FileErasureTest {
    private static final Duration YEAR = Duration.ofDays(365);

    private static final LedgerFixture LEDGER = new LedgerFixture();
    private static final Retention RETENTION = ServiceFixture.retention(LEDGER);

    @TempDir
    Path home;

    private FileErasure files;

    @BeforeAll
    static void load() {
        LEDGER.load("gone.csv", 1);
        LEDGER.run("update reminder set state = 'DELIVERED'");
        LEDGER.clock().advance(Duration.ofDays(91));
        RETENTION.erase(LEDGER.clock().instant().minus(Duration.ofDays(90)), false);
        LEDGER.load("here.csv", 2);
    }

    @BeforeEach
    void open() {
        MockEnvironment settings = new MockEnvironment().withProperty("kurenda.home", home.toString());
        files = new FileErasure(RETENTION, new ArchiveFolders(settings));
    }

    @Test
    void aFileAndItsAnswersGoWithTheRows() throws IOException {
        for (String name : new String[] {"gone.csv", "here.csv"}) {
            put("done/" + name, "out/" + name + ".receipt.json", "out/" + name + ".rejected.csv");
        }
        assertThat(files.erase(Instant.now().minus(YEAR))).isEqualTo(3);
        assertThat(here("done/here.csv", "out/here.csv.receipt.json", "out/here.csv.rejected.csv"))
                .isTrue();
        assertThat(files.erase(Instant.now().plus(YEAR))).as("however old").isZero();
    }

    @Test
    void whatTheLedgerDoesNotKnowGoesByItsAge() throws IOException {
        String[] unknown = {
            "done/x.repeated.csv",
            "failed/y.csv",
            "failed/y.csv.error.txt",
            "payments/done/p.csv",
            "payments/failed/q.csv",
            "out/p.csv.payments.receipt.json"
        };
        put(unknown);
        assertThat(files.erase(Instant.now().minus(YEAR))).isZero();
        assertThat(here(unknown)).isTrue();
        assertThat(files.erase(Instant.now().plus(YEAR))).isEqualTo(unknown.length);
    }

    @Test
    void aNameThatTheLedgerKnowsSaysNothingOfWhatFailedOrWasPaid() throws IOException {
        String[] byAge = {
            "failed/%s",
            "failed/%s.error.txt",
            "api/failed/%s",
            "payments/done/%s",
            "payments/failed/%s",
            "payments/failed/%s.error.txt",
            "out/%s.payments.receipt.json",
            "out/%s.payments.rejected.csv"
        };
        for (String name : new String[] {"gone.csv", "here.csv"}) {
            put(java.util.stream.Stream.of(byAge)
                    .map(file -> file.formatted(name))
                    .toArray(String[]::new));
        }
        assertThat(files.erase(Instant.now().minus(YEAR)))
                .as("fresh, though a file of this name was erased")
                .isZero();
        assertThat(files.erase(Instant.now().plus(YEAR)))
                .as("old, though a file of this name is live")
                .isEqualTo(2 * byAge.length);
    }

    @Test
    void aSourceMayBeCalledAsAFolderIs() throws IOException {
        put("../payments/done/x.csv");
        assertThat(files.erase(Instant.now().minus(YEAR))).isZero();
        LEDGER.run("update batch set source = 'payments' where file_name = 'gone.csv'");
        put("../payments/done/gone.csv");
        assertThat(files.erase(Instant.now().minus(YEAR))).isOne();
        LEDGER.run("update batch set source = 'waste' where file_name = 'gone.csv'");
    }

    @Test
    void theTimeOfItsContentIsNotItsAge() throws IOException {
        put("failed/old.csv");
        Files.setLastModifiedTime(
                home.resolve("dropbox/waste/failed/old.csv"),
                java.nio.file.attribute.FileTime.from(Instant.parse("2001-01-01T00:00:00Z")));
        assertThat(files.erase(Instant.now().minus(YEAR))).isZero();
    }

    @Test
    void whatWaitsAndWhatIsAReportStays() throws IOException {
        String[] stay = {"in/z.csv", "payments/p.csv", "out/actions-2026-11-24.csv", "out/upomnienie-2026-11-24.r2.csv"
        };
        put(stay);
        put("../outbound/summary-2026-11-24.csv");
        assertThat(files.erase(Instant.now().plus(YEAR))).isZero();
        assertThat(here(stay)).isTrue();
    }

    @Test
    void aLinkIsLeftAlone() throws IOException {
        Path elsewhere = Files.writeString(home.resolve("other.txt"), "x");
        put("failed/y.csv");
        Files.createSymbolicLink(home.resolve("dropbox/waste/failed/link.csv"), elsewhere);
        assertThat(files.erase(Instant.now().plus(YEAR))).isOne();
        assertThat(elsewhere).exists();
    }

    private void put(String... names) throws IOException {
        for (String name : names) {
            Path file = home.resolve("dropbox/waste").resolve(name).normalize();
            Files.createDirectories(file.getParent());
            Files.writeString(file, "501000001;Jan");
        }
    }

    private boolean here(String... names) {
        for (String name : names) {
            if (!Files.exists(home.resolve("dropbox/waste").resolve(name))) {
                return false;
            }
        }
        return true;
    }
}
