package pl.kurenda.ledger.core;

import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Gives the ledger access to its tables. SQL and Hibernate use the same connection and the same transaction. */
@Component
public class LedgerJdbc {
    private final NamedParameterJdbcTemplate sql;
    private final EntityManager entities;
    private final TransactionTemplate transaction;

    public LedgerJdbc(DataSource dataSource, EntityManager entities, PlatformTransactionManager transactions) {
        this.sql = new NamedParameterJdbcTemplate(dataSource);
        this.entities = entities;
        this.transaction = new TransactionTemplate(transactions);
        // No gap locks: a claim must not keep another file from being loaded.
        this.transaction.setIsolationLevel(TransactionDefinition.ISOLATION_READ_COMMITTED);
    }

    public NamedParameterJdbcTemplate sql() {
        return sql;
    }

    public <T> T inTransaction(Supplier<T> work) {
        return transaction.execute(status -> work.get());
    }

    public void transact(Runnable work) {
        transaction.executeWithoutResult(status -> work.run());
    }

    public int update(String statement, Map<String, ?> parameters) {
        return sql.update(statement, parameters);
    }

    /**
     * Runs one statement for many rows as a batch. A single row takes one round trip to the database, a batch takes
     * three.
     */
    public void batch(String statement, List<? extends SqlParameterSource> rows) {
        if (rows.size() == 1) {
            sql.update(statement, rows.get(0));
        } else if (!rows.isEmpty()) {
            sql.batchUpdate(statement, rows.toArray(SqlParameterSource[]::new));
        }
    }

    /**
     * Inserts entities in batches, in the transaction of the caller, and keeps none of them in memory. A stateless
     * session is not used: on the connection of the caller it has no transaction of its own and would send row by row.
     */
    public void insert(Collection<?> rows) {
        if (!rows.isEmpty()) {
            rows.forEach(entities::persist);
            entities.flush();
            entities.clear();
        }
    }
}
