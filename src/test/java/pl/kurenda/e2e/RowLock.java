package pl.kurenda.e2e;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Holds the daemon at a point of its way from outside, by a lock on what it has to write next. Released after the daemon was
 * killed: then its connections are ended first, as the server does once it learns that nobody is there. Else what the
 * dead daemon was waiting for would be carried out after its death.
 */
final class RowLock implements AutoCloseable {
    private final Connection connection;
    private final int count;

    private RowLock(Connection connection, int count) {
        this.connection = connection;
        this.count = count;
    }

    /** The reminders in that state cannot change. */
    static RowLock reminders(String url, String state) throws SQLException {
        Connection connection = connection(url);
        List<Long> ids = numbers(connection, "select id from reminder where state = '" + state + "'");
        String list = ids.stream().map(String::valueOf).collect(Collectors.joining(","));
        // by their primary key alone, so that no index is locked beyond them
        numbers(connection, "select id from reminder where id in (" + list + ") order by id for update");
        return new RowLock(connection, ids.size());
    }

    /** Nothing can be read from or written to the table. */
    static RowLock table(String url, String table) throws SQLException {
        Connection connection = connection(url);
        execute(connection, "lock tables " + table + " write");
        return new RowLock(connection, 0);
    }

    /** The report of that day cannot be marked as made. */
    static RowLock reportDay(String url, LocalDate day) throws SQLException {
        Connection connection = connection(url);
        execute(
                connection,
                "insert into report_day (day, made_at, node) values ('" + day + "', utc_timestamp(3), 'x')");
        return new RowLock(connection, 1);
    }

    /** How many rows are held. */
    int count() {
        return count;
    }

    /** How many statements with these words wait for a table. */
    long waitingForTable(String words) throws SQLException {
        return numbers(
                        connection,
                        "select id from information_schema.processlist where db = database() and id <> connection_id()"
                                + " and state like 'Waiting for table%' and info like '%" + words + "%'")
                .size();
    }

    private static Connection connection(String url) throws SQLException {
        Connection connection = DriverManager.getConnection(url, "root", "");
        connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
        connection.setAutoCommit(false);
        return connection;
    }

    private static List<Long> numbers(Connection connection, String sql) throws SQLException {
        List<Long> numbers = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                numbers.add(rows.getLong(1));
            }
        }
        return numbers;
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws SQLException {
        List<Long> dead = numbers(
                connection,
                "select id from information_schema.processlist where db = database() and id <> connection_id()");
        for (long id : dead) {
            try {
                execute(connection, "kill " + id);
            } catch (SQLException goneAlready) {
                // that is what was wanted
            }
        }
        connection.rollback();
        connection.close();
    }
}
