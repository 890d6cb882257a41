package pl.kurenda.ledger;

import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import pl.kurenda.DatabaseFixture;
import pl.kurenda.TallyCheck;

/** A separate database and queries on its contents. */
class DatabaseFacts extends RowFixture {
    public final DataSource dataSource = DatabaseFixture.migrated();
    public final JdbcClient jdbc = JdbcClient.create(dataSource);

    /** The id of the reminder in that line; of the latest file if there are several. */
    public long id(int line) {
        return jdbc.sql("select max(id) from reminder where line = ?")
                .param(line)
                .query(Long.class)
                .single();
    }

    /** The state of each reminder, by line. Each call also checks that the counters are exact. */
    public Map<Integer, String> states() {
        TallyCheck.exact(jdbc);
        Map<Integer, String> states = new TreeMap<>();
        jdbc.sql("select line, state from reminder").query(rs -> {
            states.put(rs.getInt(1), rs.getString(2));
        });
        return states;
    }

    public String state(int line) {
        return states().get(line);
    }

    /** Runs a statement; the counters follow it. */
    public void run(String statement) {
        jdbc.sql(statement).update();
        TallyCheck.recount(jdbc);
    }

    /** Number of rows that the query finds. */
    public long count(String from) {
        return jdbc.sql("select count(*) from " + from).query(Long.class).single();
    }

    /** The first column of a query. */
    public java.util.List<String> sql(String query) {
        return jdbc.sql(query).query(String.class).list();
    }
}
