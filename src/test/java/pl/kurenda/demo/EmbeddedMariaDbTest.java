package pl.kurenda.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import pl.kurenda.DatabaseFixture;

class EmbeddedMariaDbTest {

    @TempDir
    Path folder;

    @Test
    void keepsItsDataOverARestartAndSpeaksPolish() throws Exception {
        try (EmbeddedMariaDb first = EmbeddedMariaDb.open(folder)) {
            execute(first, "create table t (a varchar(20))", "insert into t values ('Żółć')");
        }
        try (EmbeddedMariaDb second = EmbeddedMariaDb.open(folder)) {
            assertThat(query(second, "select a from t")).isEqualTo("Żółć");
        }
    }

    @Test
    void clearsAwayTheServerThatAKilledDaemonLeft() throws Exception {
        Process daemon = new ProcessBuilder(
                        "java", "-cp", System.getProperty("java.class.path"), Daemon.class.getName(), folder.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("daemon.log").toFile())
                .start();
        await().atMost(Duration.ofMinutes(1)).until(() -> Files.exists(folder.resolve("ready")));
        long left =
                Long.parseLong(Files.readString(folder.resolve("mariadbd.pid")).trim());
        daemon.destroyForcibly().waitFor();
        assertThat(ProcessHandle.of(left)).as("outlives the daemon").isPresent();

        try (EmbeddedMariaDb next = EmbeddedMariaDb.open(folder)) {
            assertThat(ProcessHandle.of(left)).isEmpty();
            assertThat(query(next, "select a from t")).isEqualTo("committed");
            assertThat(next.owner()).isTrue();
        }
    }

    /** A daemon that the test kills. */
    static final class Daemon {
        public static void main(String[] args) throws Exception {
            EmbeddedMariaDb server = EmbeddedMariaDb.open(Path.of(args[0]));
            execute(server, "create table t (a varchar(20))", "insert into t values ('committed')");
            Files.createFile(Path.of(args[0], "ready"));
            System.in.read();
        }
    }

    @Test
    void theSchemaMigrates() {
        Integer tables = JdbcClient.create(DatabaseFixture.migrated())
                .sql("select count(*) from information_schema.tables where table_schema = database()")
                .query(Integer.class)
                .single();
        assertThat(tables).isGreaterThan(10);
    }

    private static void execute(EmbeddedMariaDb server, String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection(server.url("kurenda"), "root", "");
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static String query(EmbeddedMariaDb server, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(server.url("kurenda"), "root", "");
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
