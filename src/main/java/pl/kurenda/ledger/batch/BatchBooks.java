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
import pl.kurenda.ledger.core.Books;
import pl.kurenda.ledger.core.Changes;
import pl.kurenda.ledger.core.Ownership;
import pl.kurenda.ledger.core.Tally;
import pl.kurenda.ledger.gate.Terms;
import pl.kurenda.ledger.optout.OptOutSweep;

/** The batches in the database. */
@Service
public class BatchBooks implements Batches {
    private final Books books;
    private final Changes changes;
    private final BatchFigures figures;
    private final Debts debts;
    private final Ownership ownership;
    private final BatchClosing closing;
    private final FullExports fullExports;
    private final Canaries canaries;
    private final OptOutSweep optOuts;
    private final BatchOpening opening;

    public BatchBooks(
            Books books,
            Changes changes,
            BatchFigures figures,
            Debts debts,
            Ownership ownership,
            BatchClosing closing,
            FullExports fullExports,
            Canaries canaries,
            OptOutSweep optOuts) {
        this.optOuts = optOuts;
        this.books = books;
        this.changes = changes;
        this.figures = figures;
        this.debts = debts;
        this.ownership = ownership;
        this.closing = closing;
        this.fullExports = fullExports;
        this.canaries = canaries;
        this.opening = new BatchOpening(books, changes, figures, ownership, fullExports);
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
        ownership.ended(batchId);
    }

    @Override
    public void load(long batchId, List<NewReminder> reminders, List<NewRejection> rejections) {
        books.transact(() -> {
            String source = ownership.confirm(batchId);
            Set<Integer> there = linesThere(batchId, reminders, rejections);
            List<NewReminder> fresh = reminders.stream()
                    .filter(row -> !there.contains(row.line()))
                    .toList();
            List<NewRejection> rejected = rejections.stream()
                    .filter(row -> !there.contains(row.line()))
                    .toList();
            books.insert(rejected.stream()
                    .map(row -> new RejectedRowEntity(batchId, row))
                    .toList());
            List<ReminderEntity> entities = debts.decide(batchId, source, fresh);
            books.insert(entities);
            changes.tally().loaded(batchId, source, sums(entities, rejected), changes.now());
            changes.book(
                    entities.stream()
                            .filter(r -> r.state().isFinal())
                            .map(ReminderEntity::id)
                            .toList(),
                    false);
        });
    }

    private static Map<String, Tally.Sum> sums(List<ReminderEntity> reminders, List<NewRejection> rejections) {
        Map<String, Tally.Sum> sums = new TreeMap<>();
        reminders.forEach(r -> sums.merge(r.state().name(), new Tally.Sum(1, r.grosze()), Tally.Sum::plus));
        rejections.forEach(r ->
                sums.merge(Tally.REJECTED_ROW, new Tally.Sum(1, r.amount() == null ? 0 : r.amount()), Tally.Sum::plus));
        return sums;
    }

    private Set<Integer> linesThere(long batchId, List<NewReminder> reminders, List<NewRejection> rejections) {
        var lines = java.util.stream.Stream.concat(
                        reminders.stream().map(NewReminder::line),
                        rejections.stream().map(NewRejection::line))
                .sorted()
                .toList();
        if (lines.isEmpty()) {
            return Set.of();
        }
        return books
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
    public BatchTotals finish(long batchId, int rows, Terms terms) {
        BatchTotals totals = books.inTransaction(() -> {
            String source = ownership.confirm(batchId);
            optOuts.loaded(batchId);
            return closing.close(batchId, source, rows, terms);
        });
        ownership.ended(batchId);
        fullExports.sweep(batchId);
        return totals;
    }

    @Override
    public void goOn() {
        fullExports.sweepAll();
        canaries.goOn();
    }

    @Override
    public void discard(long batchId) {
        books.transact(() -> {
            ownership.confirm(batchId);
            opening.delete(batchId);
        });
        ownership.ended(batchId);
    }

    @Override
    public void eachRejection(long batchId, Consumer<NewRejection> consumer) {
        RowCallbackHandler row = rs -> consumer.accept(new NewRejection(
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
        return books.sql()
                .query(
                        """
                        select source, filed_name, size_bytes from batch
                        where received_at >= :since and state <> 'LOADING'""",
                        Map.of("since", changes.now().minus(age)),
                        (rs, n) -> new FiledFile(rs.getString(1), rs.getString(2), rs.getLong(3)));
    }

    @Override
    public boolean knows(String source, String sha256) {
        return !books.sql()
                .queryForList(
                        "select 1 from batch where source = :source and sha256 = :sha256 limit 1",
                        Map.of("source", source, "sha256", sha256),
                        Integer.class)
                .isEmpty();
    }
}
