package pl.kurenda.camel.sftp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** The settings of SFTP servers: defaults, meaning, and what stops the start. */
class SftpServersTest {
    @TempDir
    Path home;

    @BeforeEach
    void knownHosts() throws IOException {
        Files.writeString(home.resolve("known_hosts"), "");
        Files.writeString(home.resolve("id"), "");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            sftp://gmina@host/exports/waste        | 22   | /exports/waste | sftp://gmina@host:22/exports/waste
            sftp://gmina@host:2222//exports/waste/ | 2222 | /exports/waste | sftp://gmina@host:2222/exports/waste
            sftp://gmina@host/~/exports            | 22   | exports        | sftp://gmina@host:22/~/exports
            sftp://gmina@host                      | 22   | ''             | sftp://gmina@host:22/~/
            sftp://urz%C4%85d@[::1]:22/a%20b       | 22   | /a b           | sftp://urząd@::1:22/a b
            """)
    void addressIsRead(String uri, int port, String folder, String shown) {
        runner(uri).withPropertyValues("kurenda.sources.waste.sftp.password=x").run(context -> {
            SftpServer server = context.getBean(SftpServers.class).of("waste").orElseThrow();
            assertThat(server.port()).isEqualTo(port);
            assertThat(server.folder()).isEqualTo(folder);
            assertThat(server).hasToString(shown);
            assertThat(server.knownHosts()).isEqualTo(home.resolve("known_hosts"));
            assertThat(server.patience().connect()).hasSeconds(10);
            assertThat(server.patience().answer()).hasSeconds(30);
            assertThat(server.patience().poll()).hasSeconds(10);
        });
    }

    @Test
    void waysToProveOneself() {
        assertThat(new SftpServer.Credentials("", "", "x").methods()).isEqualTo("password,keyboard-interactive");
        assertThat(new SftpServer.Credentials("k", "", "").methods()).isEqualTo("publickey");
        assertThat(new SftpServer.Credentials("k", "", "x").methods())
                .isEqualTo("publickey,password,keyboard-interactive");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            uri                  | sftp://gmina:sekret@host/x | uri does not name a folder of a server; allowed: sftp://user@host:22/folder
            uri                  | sftp://host/x              | uri does not name a folder
            uri                  | sftp://gmina@host/x?a=b    | uri does not name a folder
            sftp.password        | ''                         | sftp.private-key and kurenda.sources.waste.sftp.password are empty
            sftp.private-key     | nowhere                    | sftp.private-key is nowhere
            sftp.known-hosts     | nowhere                    | sftp.known-hosts is nowhere
            sftp.connect-timeout | 0s                         | sftp.connect-timeout is PT0S; allowed: 1s to 10m
            sftp.read-timeout    | 1h                         | sftp.read-timeout is PT1H; allowed: 1s to 10m
            sftp.poll            | 2h                         | sftp.poll is PT2H; allowed: 1s to 60m
            """)
    void wrongValueStopsTheStartWithASentence(String key, String value, String sentence) {
        runner("sftp://gmina@host/x")
                .withPropertyValues(
                        "kurenda.sources.waste.sftp.password=dobre", "kurenda.sources.waste." + key + "=" + value)
                .run(context -> {
                    assertThat(context).hasFailed();
                    assertThat(context.getStartupFailure())
                            .rootCause()
                            .hasMessageStartingWith("kurenda.sources.waste." + sentence)
                            .hasMessageNotContaining("sekret");
                });
    }

    @Test
    void uploadHasKeysOfItsOwn() {
        new ApplicationContextRunner()
                .withUserConfiguration(SftpServers.class)
                .withPropertyValues(
                        "kurenda.home=" + home,
                        "kurenda.report.upload.uri=sftp://finanse@host/raporty",
                        "kurenda.report.upload.private-key=id")
                .run(context -> {
                    SftpServers servers = context.getBean(SftpServers.class);
                    assertThat(servers.upload().orElseThrow().credentials().privateKey())
                            .isEqualTo(home.resolve("id").toString());
                    assertThat(servers.named("kurenda.report.upload").patience().poll())
                            .hasMinutes(1);
                    assertThat(servers.of("waste")).isEmpty();
                });
    }

    private ApplicationContextRunner runner(String uri) {
        return new ApplicationContextRunner()
                .withUserConfiguration(SftpServers.class)
                .withPropertyValues("kurenda.home=" + home, "kurenda.sources.waste.uri=" + uri);
    }
}
