package pl.kurenda.ledger.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import pl.kurenda.DatabaseFixture;
import pl.kurenda.ledger.LedgerConfiguration;

class AutoCommitPoolTest {
    private final DriverManagerDataSource database = (DriverManagerDataSource) DatabaseFixture.migrated();
    private final JdbcTemplate check = new JdbcTemplate(database);
    private final HikariDataSource pool = new HikariDataSource();
    private final JdbcTemplate sql = new JdbcTemplate(wrapped());
    private final TransactionTemplate transaction = new TransactionTemplate(new JdbcTransactionManager(pool));

    private DataSource wrapped() {
        pool.setJdbcUrl(database.getUrl());
        pool.setUsername("root");
        pool.setMaximumPoolSize(1);
        BeanPostProcessor processor = LedgerConfiguration.transactionalPool();
        return (DataSource) processor.postProcessAfterInitialization(pool, "dataSource");
    }

    @AfterEach
    void close() {
        pool.close();
    }

    @Test
    void whatIsDoneOutsideATransactionIsCommitted() {
        add("a");
        assertThat(there("a")).isTrue();
        transaction.executeWithoutResult(status -> add("b"));
        add("c");
        assertThat(there("b")).isTrue();
        assertThat(there("c")).isTrue();
    }

    @Test
    void whatIsDoneInATransactionThatFailsIsNot() {
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
                    add("a");
                    assertThat(there("a")).as("to others").isFalse();
                    throw new IllegalStateException("fails");
                }))
                .hasMessage("fails");
        assertThat(there("a")).isFalse();
    }

    @Test
    void aTransactionNeedsNoSwitch() {
        transaction.executeWithoutResult(status -> add("a"));
        long before = switches();
        transaction.executeWithoutResult(status -> add("b"));
        assertThat(transaction.<Long>execute(status -> switches())).isEqualTo(before);
        add("c");
        assertThat(transaction.<Long>execute(status -> switches()))
                .as("this is how one would be seen")
                .isGreaterThan(before);
    }

    private Long switches() {
        return transaction.execute(status -> sql.queryForObject(
                "select variable_value from information_schema.session_status where variable_name = 'COM_SET_OPTION'",
                Long.class));
    }

    private void add(String name) {
        sql.update("insert into shedlock values (?, now(3), now(3), 'test')", name);
    }

    private boolean there(String name) {
        return check.queryForObject("select count(*) from shedlock where name = ?", Integer.class, name) == 1;
    }
}
