package pl.kurenda.ledger;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.hibernate.exception.ConstraintViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.stereotype.Service;

/** The batches in the database. */
@Service
class BatchBooks implements Batches {
    private final Books books;
    private final Changes changes;
    private final BatchFigures figures;
    private final Debts debts;
    private final Ownership ownership;
    private final BatchClosing closing;
    private final FullExports fullExports;
    private final Canaries canaries;
    private final OptOutSweep optOuts;

    BatchBooks(
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
    }

    @Override
    public Opening open(FileIdentity file, String charset, char delimiter) {
        // What an earlier full export took back must be back before the rows of this file are held against it.
        fullExports.sweepAll(file.source());
        Opening opening = look(file, charset, delimiter);
        if (!(opening instanceof Opening.Repeated repeated)) {
            return opening;
        }
        Optional<Ownership.Loading> other = ownership.loading(file.source());
        if (other.isPresent() && ownership.alive(other.get())) {
            // Its rows are held against what waits now.
            return new Opening.Busy(other.get().node());
        }
        Opening.Again again = fullExports.again(repeated.first().batchId(), file.modified());
        return new Opening.Repeated(repeated.first(), repeated.filedName(), again);
    }

    private Opening look(FileIdentity file, String charset, char delimiter) {
        try {
            return books.inTransaction(() -> find(file).orElseGet(() -> begin(file, charset, delimiter)));
        } catch (DuplicateKeyException | ConstraintViolationException e) {
            // Another node was faster, or another file of the source is being loaded. Hibernate says so in its own
            // words.
            return books.inTransaction(() -> find(file).orElseGet(() -> new Opening.Busy("another node")));
        }
    }

    private Opening begin(FileIdentity file, String charset, char delimiter) {
        Optional<Ownership.Loading> other = ownership.loading(file.source());
        if (other.isPresent() && ownership.alive(other.get())) {
            return new Opening.Busy(other.get().node());
        }
        // A dead node's half-loaded file makes room. Its rows go, or they would pass for debts reminded of already;
        // the file itself is still where it was dropped and will be loaded from its first row.
        if (other.isPresent() && !ownership.takeFrom(other.get())) {
            return new Opening.Busy(other.get().node());
        }
        other.ifPresent(left -> delete(left.batchId()));
        BatchEntity batch = new BatchEntity(file, figures.freeName(file), charset, delimiter)
                .takenBy(ownership.node(), ownership.demo(), changes.now());
        books.insert(List.of(batch));
        return new Opening.Load(batch.id(), figures.filedName(batch.id()), false);
    }

    private Optional<Opening> find(FileIdentity file) {
        return figures.byFingerprint(file.source(), file.sha256())
                .map(found -> found.loading() ? takeUp(found, file) : settled(figures.totals(found.id()), file));
    }

    private Opening takeUp(BatchFigures.Found found, FileIdentity file) {
        Ownership.Loading loading = new Ownership.Loading(found.id(), found.node(), found.fence());
        if (ownership.alive(loading) && !ownership.mine(loading)) {
            return new Opening.Busy(found.node());
        }
        books.update(
                "update batch set node = :node, fence = :fence, loading_source = source where id = :id",
                Map.of(
                        "node",
                        ownership.node().name(),
                        "fence",
                        ownership.node().fence(),
                        "id",
                        found.id()));
        return new Opening.Load(found.id(), found.filedName(), true);
    }

    private Opening settled(BatchTotals totals, FileIdentity file) {
        boolean sameDrop = totals.file().fileName().equals(file.fileName())
                && Utc.of(totals.file().modified()).equals(Utc.of(file.modified()));
        return sameDrop ? new Opening.Answer(totals) : new Opening.Repeated(totals, figures.freeName(file));
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
            changes.tally().loaded(batchId, source, entities, rejected, changes.now());
            changes.book(
                    entities.stream()
                            .filter(r -> r.state().isFinal())
                            .map(ReminderEntity::id)
                            .toList(),
                    false);
        });
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
            delete(batchId);
        });
    }

    private void delete(long batchId) {
        Map<String, Long> id = Map.of("id", batchId);
        changes.tally().deleting(batchId, changes.now());
        books.update("delete o from outcome o join reminder r on r.id = o.reminder_id where r.batch_id = :id", id);
        books.update("delete h from history h join reminder r on r.id = h.reminder_id where r.batch_id = :id", id);
        books.update("delete from reminder where batch_id = :id", id);
        books.update("delete from rejected_row where batch_id = :id", id);
        books.update("delete from batch where id = :id", id);
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
}
