package pl.kurenda.ledger.vendor;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import pl.kurenda.ledger.LedgerFixture;

class OutcomeFeedTest {
    private final LedgerFixture ledger = new LedgerFixture();
    private final OutcomeFeed feed = ledger.vendors().feed();

    OutcomeFeedTest() {
        ApiGrant grant = new ApiGrant(0, "x", "x", Set.of("waste"), Set.of(ApiGrant.Scope.READ), false);
        ledger.vendors()
                .tokens()
                .create(grant, ApiSecret.make(false), ledger.clock().instant().plus(Duration.ofDays(9)), "test");
        ledger.load("x.csv", 30);
    }

    private List<Long> ids(long after) {
        return feed.read("x", Set.of("waste"), after, 1000).events().stream()
                .map(OutcomeEvent::outcomeId)
                .toList();
    }

    private static void book(Connection connection, long id, long reminder) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate("""
                    insert into outcome (id, reminder_id, source, day, final_at, state, segments, cost, correction)
                    values (%d, %d, 'waste', '2026-11-24', '2026-11-24 10:00:00', 'DELIVERED', 1, 0.07, false)""".formatted(id, reminder));
        }
    }

    @Test
    void anOutcomeThatIsCommittedLateIsReadLate() throws SQLException {
        try (Connection slow = ledger.dataSource.getConnection();
                Connection fast = ledger.dataSource.getConnection()) {
            slow.setAutoCommit(false);
            book(slow, 100, ledger.id(2));
            book(fast, 200, ledger.id(3));
            feed.publish();
            OutcomeFeed.Page first = feed.read("x", Set.of("waste"), 0, 10);
            assertThat(first.events()).extracting(OutcomeEvent::outcomeId).containsExactly(200L);
            slow.commit();
            feed.publish();
            assertThat(ids(first.next())).as("though its id is the lower one").containsExactly(100L);
        }
    }

    @Test
    void aReaderMissesNothingWhileManyWrite() throws Exception {
        List<CompletableFuture<Void>> writers = new ArrayList<>();
        for (int w = 0; w < 4; w++) {
            int first = w;
            writers.add(CompletableFuture.runAsync(() -> write(first)));
        }
        List<Long> read = new ArrayList<>();
        long cursor = 0;
        boolean over;
        do {
            over = writers.stream().allMatch(CompletableFuture::isDone);
            CompletableFuture.allOf(
                            CompletableFuture.runAsync(feed::publish), CompletableFuture.runAsync(feed::publish))
                    .get();
            OutcomeFeed.Page page = feed.read("x", Set.of("waste"), cursor, 7);
            page.events().forEach(event -> read.add(event.outcomeId()));
            over = over && page.next() == cursor && !page.more();
            cursor = page.next();
        } while (!over);
        assertThat(read).hasSize(200).doesNotHaveDuplicates();
    }

    /** Blocks whose ids are taken before those of another writer and committed after. */
    private void write(int first) {
        try (Connection connection = ledger.dataSource.getConnection()) {
            connection.setAutoCommit(false);
            for (int block = 0; block < 10; block++) {
                for (int i = 0; i < 5; i++) {
                    book(connection, 1000 + block * 100 + i * 4 + first, ledger.id(2 + first));
                }
                connection.commit();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void otherSourcesAreNotInIt() throws SQLException {
        try (Connection connection = ledger.dataSource.getConnection()) {
            book(connection, 1, ledger.id(2));
        }
        feed.publish();
        assertThat(feed.read("x", Set.of("tax", "waste~sandbox"), 0, 10).events())
                .isEmpty();
        assertThat(ids(0)).containsExactly(1L);
    }

    @Test
    void aSourceThatOnlyAWebhookAsksForIsInIt() throws SQLException {
        ledger.run("delete from api_token_source");
        ledger.run("delete from api_token");
        try (Connection connection = ledger.dataSource.getConnection()) {
            book(connection, 1, ledger.id(2));
        }
        feed.publish();
        assertThat(ids(0)).isEmpty();
        ledger.vendors().webhooks().create("x", "https://x.example/", "s", Set.of("tax", "waste"), "test");
        ledger.vendors().feed().publish();
        assertThat(ids(0)).containsExactly(1L);
    }

    @Test
    void whatAnotherVendorSentInIsNotInIt() throws SQLException {
        ledger.run("""
                insert into submission (id, token_id, vendor, source, repeat_key, body_sha256, file_name, file_sha256,
                  received_at)
                select 'abc', 1, 'x', source, 'k', '', file_name, sha256, received_at from batch""");
        try (Connection connection = ledger.dataSource.getConnection()) {
            book(connection, 1, ledger.id(2));
        }
        feed.publish();
        assertThat(ids(0)).containsExactly(1L);
        assertThat(feed.read("y", Set.of("waste"), 0, 10).events()).isEmpty();
        ledger.run("delete from submission");
        assertThat(feed.read("y", Set.of("waste"), 0, 10).events())
                .as("what the domain system dropped is for all")
                .hasSize(1);
    }
}
