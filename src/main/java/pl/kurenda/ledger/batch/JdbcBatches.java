package pl.kurenda.ledger.batch;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.stereotype.Service;
import pl.kurenda.ledger.core.CounterJournal;
import pl.kurenda.ledger.core.LedgerJdbc;
import pl.kurenda.ledger.core.LoadingLease;
import pl.kurenda.ledger.core.StateHistory;
import pl.kurenda.ledger.gate.ReleasePolicy;
import pl.kurenda.ledger.optout.OptOutSweep;

/** Keeps the batches in the database. */
@Service
public class JdbcBatches implements Batches {
    private final LedgerJdbc ledgerJdbc;
    private final StateHistory stateHistory;
    private final BatchCounters figures;
    private final DuplicateDebtCheck duplicateDebtCheck;
    private final LoadingLease loadingLease;
    private final BatchCloser closing;
    private final FullExports fullExports;
    private final CanaryRelease canaryRelease;
    private final OptOutSweep optOuts;
    private final BatchOpener opening;

    public JdbcBatches(
            LedgerJdbc ledgerJdbc,
            StateHistory stateHistory,
            BatchCounters figures,
            DuplicateDebtCheck duplicateDebtCheck,
            LoadingLease loadingLease,
            BatchCloser closing,
            FullExports fullExports,
            CanaryRelease canaryRelease,
            OptOutSweep optOuts) {
        this.optOuts = optOuts;
        this.ledgerJdbc = ledgerJdbc;
        this.stateHistory = stateHistory;
        this.figures = figures;
        this.duplicateDebtCheck = duplicateDebtCheck;
        this.loadingLease = loadingLease;
        this.closing = closing;
        this.fullExports = fullExports;
        this.canaryRelease = canaryRelease;
        this.opening = new BatchOpener(ledgerJdbc, stateHistory, figures, loadingLease, fullExports);
    }

    @Override
    public Opening open(FileIdentity file, String charset, char delimiter) {
        return opening.open(file, charset, delimiter, false);
    }

    @Override
    public Opening openAnother(FileIdentity file, String charset, char delimiter) {
        return opening.open(file, charset, delimiter, true);
    }

    @Override
    public void abandon(long batchId) {
        loadingLease.ended(batchId);
    }

    @Override
    public void load(long batchId, List<NewReminder> reminders, List<RejectedRow> rejections) {
        ledgerJdbc.transact(() -> {
            String source = loadingLease.confirm(batchId);
            Set<Integer> there = linesThere(batchId, reminders, rejections);
            List<NewReminder> fresh = reminders.stream()
                    .filter(row -> !there.contains(row.line()))
                    .toList();
            List<RejectedRow> rejected = rejections.stream()
                    .filter(row -> !there.contains(row.line()))
                    .toList();
            ledgerJdbc.insert(rejected.stream()
                    .map(row -> new RejectedRowEntity(batchId, row))
                    .toList());
            List<ReminderEntity> entities = duplicateDebtCheck.decide(batchId, source, fresh);
            ledgerJdbc.insert(entities);
            stateHistory.tally().loaded(batchId, source, sums(entities, rejected), stateHistory.now());
            stateHistory.book(
                    entities.stream()
                            .filter(r -> r.state().isFinal())
                            .map(ReminderEntity::id)
                            .toList(),
                    false);
        });
    }

    private static Map<String, CounterJournal.Sum> sums(List<ReminderEntity> reminders, List<RejectedRow> rejections) {
        Map<String, CounterJournal.Sum> sums = new TreeMap<>();
        reminders.forEach(
                r -> sums.merge(r.state().name(), new CounterJournal.Sum(1, r.grosze()), CounterJournal.Sum::plus));
        rejections.forEach(r -> sums.merge(
                CounterJournal.REJECTED_ROW,
                new CounterJournal.Sum(1, r.amount() == null ? 0 : r.amount()),
                CounterJournal.Sum::plus));
        return sums;
    }

    private Set<Integer> linesThere(long batchId, List<NewReminder> reminders, List<RejectedRow> rejections) {
        var lines = java.util.stream.Stream.concat(
                        reminders.stream().map(NewReminder::line),
                        rejections.stream().map(RejectedRow::line))
                .sorted()
                .toList();
        if (lines.isEmpty()) {
            return Set.of();
        }
        return ledgerJdbc
                .sql()
                .queryForList(
                        """
                        select line from reminder where batch_id = :id and line between :first and :last
                        union all select line from rejected_row where batch_id = :id and line between :first and :last""",
                        Map.of("id", batchId, "first", lines.get(0), "last", lines.get(lines.size() - 1)),
                        Integer.class)
                .stream()
                .collect(Collectors.toSet());
    }

    @Override
    public BatchTotals finish(long batchId, int rows, ReleasePolicy releasePolicy) {
        BatchTotals totals = ledgerJdbc.inTransaction(() -> {
            String source = loadingLease.confirm(batchId);
            optOuts.loaded(batchId);
            return closing.close(batchId, source, rows, releasePolicy);
        });
        loadingLease.ended(batchId);
        fullExports.sweep(batchId);
        return totals;
    }

    @Override
    public void goOn() {
        fullExports.sweepAll();
        canaryRelease.goOn();
    }

    @Override
    public void discard(long batchId) {
        ledgerJdbc.transact(() -> {
            loadingLease.confirm(batchId);
            opening.delete(batchId);
        });
        loadingLease.ended(batchId);
    }

    @Override
    public void eachRejection(long batchId, Consumer<RejectedRow> consumer) {
        RowCallbackHandler row = rs -> consumer.accept(new RejectedRow(
                rs.getInt("line"),
                rs.getString("reason"),
                rs.getString("column_name"),
                rs.getString("value"),
                rs.getObject("amount", Long.class),
                rs.getBytes("raw")));
        int last = 0;
        int before;
        do {
            before = last;
            last = figures.page(batchId, last, row);
        } while (last > before);
    }

    @Override
    public List<FiledFile> loadedWithin(Duration age) {
        return ledgerJdbc
                .sql()
                .query(
                        """
                        select source, filed_name, size_bytes from batch
                        where received_at >= :since and state <> 'LOADING'""",
                        Map.of("since", stateHistory.now().minus(age)),
                        (rs, n) -> new FiledFile(rs.getString(1), rs.getString(2), rs.getLong(3)));
    }

    @Override
    public boolean knows(String source, String sha256) {
        return !ledgerJdbc
                .sql()
                .queryForList(
                        "select 1 from batch where source = :source and sha256 = :sha256 limit 1",
                        Map.of("source", source, "sha256", sha256),
                        Integer.class)
                .isEmpty();
    }
}
