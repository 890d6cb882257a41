package pl.kurenda.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pl.kurenda.DatabaseFixture;

/** The commands of the jar, without a daemon and without an SMSC. */
class CommandIT {
    @TempDir
    Path home;

    @Test
    void whatWaitsForAPersonIsListedAndDecided() throws Exception {
        String url = DatabaseFixture.url();
        Daemon jar = new Daemon(
                home,
                List.of(
                        "--spring.datasource.url=" + url,
                        "--spring.datasource.username=root",
                        "--spring.datasource.password="));
        Daemon.Run none = jar.run("unknown");
        assertThat(none.exitCode()).as(none.output()).isZero();
        assertThat(none.output().lines()).as("no log, no SMSC asked for").hasSize(1);

        DatabaseView books = new DatabaseView(url);
        books.unknown(17);
        assertThat(jar.run("unknown").output()).contains("17\twaste\tx.csv\t2\t");
        Daemon.Run resent = jar.run("unknown", "--resend=all", "--why=lost at the operator", "--who=ewa");
        assertThat(resent.exitCode()).as(resent.output()).isZero();
        assertThat(books.states()).containsOnlyKeys("QUEUED");
        assertThat(books.number("select count(*) from history where who = 'ewa' and reason = 'lost at the operator'"))
                .isEqualTo(1);
        assertThat(jar.run("held", "--release=17", "--why=x").exitCode())
                .as("it is not held")
                .isEqualTo(1);
        assertThat(books.number("select count(*) from node")).as("no lease").isZero();
    }

    @Test
    void anotherWordStartsNothing() throws Exception {
        Daemon.Run run = new Daemon(home, List.of()).run("reprot");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.output()).contains("reprot", "kurenda.jar report", "kurenda.jar unknown", "kurenda.jar held");
    }
}
