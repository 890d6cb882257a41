package pl.kurenda.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the jar refuses to start with, and how it says so. */
class StartIT {
    @TempDir
    Path home;

    @Test
    void withoutADatabase() throws Exception {
        Daemon.Run run = new Daemon(home, List.of()).run();
        assertThat(run.exitCode()).isNotZero();
        assertThat(run.output()).contains("spring.datasource.url is not set").doesNotContain("\tat ");
    }

    @Test
    void withADatabaseButNoSmsc() throws Exception {
        Daemon.Run run = new Daemon(home, List.of("--spring.datasource.url=jdbc:mariadb://127.0.0.1:1/x")).run();
        assertThat(run.exitCode()).isNotZero();
        assertThat(run.output()).contains("kurenda.smsc.host").doesNotContain("\tat ");
    }

    @Test
    void withASettingThatCannotBe() throws Exception {
        Daemon.Run run = new Daemon(
                        home,
                        List.of(
                                "--spring.datasource.url=jdbc:mariadb://127.0.0.1:1/x",
                                "--kurenda.smsc.host=127.0.0.1",
                                "--kurenda.smsc.system-id=kurenda",
                                "--kurenda.smsc.window=0"))
                .run();
        assertThat(run.exitCode()).isNotZero();
        assertThat(run.output()).contains("kurenda.smsc.window").contains("1 to 1000");
    }
}
