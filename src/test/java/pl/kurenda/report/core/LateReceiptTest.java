package pl.kurenda.report.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import pl.kurenda.ledger.inbox.DeliveryReceipt;
import pl.kurenda.ledger.receipt.MessageReference;
import pl.kurenda.ledger.receipt.ReceiptMatching;
import pl.kurenda.ledger.receipt.SegmentRef;
import pl.kurenda.report.page.ReportNode;

/** An SMS without a response on the last day of a month; a receipt in the next month shows that it was sent. */
class LateReceiptTest {
    private static final LocalDate LAST = LocalDate.of(2026, 11, 30);

    @TempDir
    Path home;

    private final pl.kurenda.ledger.LedgerFixture ledger = new pl.kurenda.ledger.LedgerFixture();
    private final JdbcTemplate sql = new JdbcTemplate(ledger.dataSource());

    @Test
    void isBilledInTheMonthOfTheReceiptAndTheReportOfTheOldDayStaysAsItWas() throws IOException {
        ledger.clock().advance(Duration.between(ledger.clock().instant(), Instant.parse("2026-11-30T22:50:00Z")));
        ledger.leaveUnknown("x.csv", 1);
        sql.update("""
                insert into segment (reminder_id, number, state, smsc, answered_at)
                select id, 1, 'UNKNOWN', 'smsc', '2026-11-30 22:50:00' from reminder""");
        try (ReportNode node = new ReportNode(ledger.dataSource(), home, "2026-12-01T00:10:00")) {
            node.report().make(LAST);
            Map<String, String> made = files();
            assertThat(bill("2026-11")).hasSize(2).last().asString().startsWith("total;");
            ledger.clock().advance(Duration.ofHours(10));
            receive();
            assertThat(sql.queryForObject("select state from reminder", String.class))
                    .isEqualTo("DELIVERED");
            node.setClock("2026-12-02T00:10:00");
            node.report().make(LAST);
            assertThat(files()).isEqualTo(made);
            node.report().make(LAST.plusDays(1));
            assertThat(bill("2026-12")).hasSize(3);
            assertThat(bill("2026-12").get(1)).startsWith("waste;2026-12;1;1;0,0700;0,07;");
            assertThat(Files.readAllLines(home.resolve("dropbox/outbound/outcomes-2026-12-01.csv")))
                    .hasSize(2);
        }
    }

    private void receive() {
        long id = ledger.id(2);
        String phone = sql.queryForObject("select msisdn from reminder", String.class);
        ledger.receive(ledger.entries(List.of(new DeliveryReceipt(
                "smsc",
                "4711",
                phone,
                "DELIVERED",
                "000",
                MessageReference.of(id, 1),
                ledger.clock().instant()))));
        ledger.inbox().settle(10, new ByReference(), Duration.ofHours(72));
    }

    private List<String> bill(String month) throws IOException {
        return Files.readAllLines(home.resolve("dropbox/outbound/billing-" + month + ".csv"));
    }

    private Map<String, String> files() throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(home)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files.put(home.relativize(file).toString(), Sha256.of(file));
            }
        }
        return files;
    }

    /** No id is known. */
    private static final class ByReference implements ReceiptMatching {
        @Override
        public Set<String> keys(DeliveryReceipt receipt) {
            return Set.of();
        }

        @Override
        public Optional<String> likelyKey(DeliveryReceipt receipt) {
            return Optional.empty();
        }

        @Override
        public Optional<SegmentRef> pick(DeliveryReceipt receipt, List<SegmentRef> candidates) {
            return Optional.empty();
        }
    }
}
