package pl.kurenda.ledger.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import pl.kurenda.ledger.LedgerFixture;
import pl.kurenda.ledger.core.LedgerJdbc;

class LedgerJdbcTest {
    private static final int ROWS = 400;
    private final LedgerJdbc books = new LedgerFixture().books();

    /** One statement per row would give the same rows in the table, at a third of the speed. */
    @Test
    void aBlockOfRowsIsOneTripToTheDatabase() {
        List<RejectedRowEntity> rows = IntStream.rangeClosed(1, ROWS)
                .mapToObj(line -> new RejectedRowEntity(
                        1,
                        new RejectedRow(
                                line,
                                "PHONE_MISSING",
                                line % 2 == 0 ? "Telefon" : null,
                                line % 3 == 0 ? null : "x",
                                line % 5 == 0 ? null : 100L,
                                "raw".getBytes(StandardCharsets.UTF_8))))
                .toList();
        long trips = books.inTransaction(() -> {
            long before = trips();
            books.insert(rows);
            return trips() - before;
        });
        assertThat(books.sql().queryForObject("select count(*) from rejected_row", Map.of(), Integer.class))
                .isEqualTo(ROWS);
        assertThat(trips).isLessThan(ROWS / 10);
    }

    private long trips() {
        return Long.parseLong(books.sql()
                .queryForObject("show session status like 'Questions'", Map.of(), (rs, n) -> rs.getString("Value")));
    }
}
