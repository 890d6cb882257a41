package pl.kurenda.ledger.core;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.core.InfrastructureProxy;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * A pool whose connections do not commit by themselves, for those who work outside a transaction: theirs commit each
 * statement. Whoever works in a transaction meets the connection of that. So a transaction begins and ends without two
 * further trips to the database that switch autocommit off and on; at full speed they were half of all statements.
 */
public final class AutoCommitPool extends DelegatingDataSource implements InfrastructureProxy {
    public AutoCommitPool(DataSource pool) {
        super(pool);
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection connection = super.getConnection();
        try {
            connection.setAutoCommit(true);
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    /** By this Spring knows that a transaction on the pool is one on this, too. */
    @Override
    public Object getWrappedObject() {
        return obtainTargetDataSource();
    }
}
