package pl.kurenda;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import pl.kurenda.demo.EmbeddedMariaDb;

/** One real MariaDB for all tests of the JVM. Each caller gets its own database. */
public final class DatabaseFixture {
    private static final AtomicInteger COUNT = new AtomicInteger();

    private DatabaseFixture() {}

    /** The JDBC address of a fresh, empty database; user root, no password. KURENDA_TEST_DB selects another server. */
    public static String url() {
        String name = "test_" + ProcessHandle.current().pid() + "_" + COUNT.incrementAndGet();
        String other = System.getenv("KURENDA_TEST_DB");
        if (other != null) {
            return other + "/" + name + "?createDatabaseIfNotExist=true&useBulkStmts=true";
        }
        return Holder.SERVER.url(name);
    }

    /** A fresh database with the schema in place. */
    public static DataSource migrated() {
        DataSource dataSource = new DriverManagerDataSource(url(), "root", "");
        Flyway.configure().dataSource(dataSource).load().migrate();
        return dataSource;
    }

    private static final class Holder {
        static final EmbeddedMariaDb SERVER = open();

        private static EmbeddedMariaDb open() {
            EmbeddedMariaDb server = EmbeddedMariaDb.open(
                    Path.of("target/mariadb-" + ProcessHandle.current().pid()));
            Runtime.getRuntime().addShutdownHook(new Thread(server::close));
            return server;
        }
    }
}
