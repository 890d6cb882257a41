package pl.kurenda.camel;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import pl.kurenda.ledger.batch.BatchTotals;
import pl.kurenda.ledger.batch.Batches;
import pl.kurenda.ledger.batch.Batches.FiledFile;
import pl.kurenda.ledger.batch.FileIdentity;
import pl.kurenda.ledger.batch.NewReminder;
import pl.kurenda.ledger.batch.Opening;
import pl.kurenda.ledger.batch.RejectedRow;
import pl.kurenda.ledger.gate.ReleasePolicy;

/**
 * Replaces the ledger in route tests: keeps rows by line, accepts one file of a source at a time, and fails or is busy
 * on request.
 */
class InMemoryBatches implements Batches {
    final Map<String, Batch> bySha = new HashMap<>();
    private final Set<Long> underway = new HashSet<>();
    private long ids;
    final AtomicInteger failures = new AtomicInteger();
    final AtomicInteger busy = new AtomicInteger();
    final AtomicInteger others = new AtomicInteger();
    Runnable beforeLoad = () -> {};
    Runnable beforeAnswer = () -> {};
    int largestBlock;

    static class Batch {
        long id;
        FileIdentity file;
        String filedName;
        String charset;
        char delimiter;
        BatchTotals totals;
        final TreeMap<Integer, NewReminder> reminders = new TreeMap<>();
        final TreeMap<Integer, RejectedRow> rejections = new TreeMap<>();
    }

    @Override
    public Opening open(FileIdentity file, String charset, char delimiter) {
        return open(file, charset, delimiter, false);
    }

    @Override
    public Opening openAnother(FileIdentity file, String charset, char delimiter) {
        others.incrementAndGet();
        return open(file, charset, delimiter, true);
    }

    private synchronized Opening open(FileIdentity file, String charset, char delimiter, boolean another) {
        if (busy.getAndUpdate(n -> Math.max(0, n - 1)) > 0) {
            return new Opening.Busy("other");
        }
        Batch found = bySha.get(file.source() + file.sha256());
        if (found != null && found.totals != null) {
            beforeAnswer.run();
            boolean same = found.file.fileName().equals(file.fileName())
                    && found.file.modified().equals(file.modified());
            return same && !another ? new Opening.Answer(found.totals) : new Opening.Repeated(found.totals, free(file));
        }
        Optional<Batch> loading = bySha.values().stream()
                .filter(b -> b.totals == null && b.file.source().equals(file.source()))
                .findFirst();
        if (loading.isPresent() && underway.contains(loading.get().id)) {
            return new Opening.Busy("this");
        }
        if (found == null) {
            // An abandoned load makes room.
            loading.ifPresent(left -> discard(left.id));
            found = new Batch();
            found.id = ++ids;
            found.file = file;
            found.filedName = free(file);
            found.charset = charset;
            found.delimiter = delimiter;
            bySha.put(file.source() + file.sha256(), found);
        }
        underway.add(found.id);
        return new Opening.Load(found.id, found.filedName, loading.isPresent() && loading.get() == found);
    }

    @Override
    public synchronized void abandon(long batchId) {
        underway.remove(batchId);
    }

    private String free(FileIdentity file) {
        long used = bySha.values().stream()
                .filter(b -> b.file.source().equals(file.source())
                        && b.file.fileName().equals(file.fileName()))
                .count();
        return used == 0 ? file.fileName() : file.fileName().replaceFirst("(\\.[^.]*)$", "-" + (used + 1) + "$1");
    }

    @Override
    public synchronized void load(long batchId, List<NewReminder> reminders, List<RejectedRow> rejections) {
        beforeLoad.run();
        if (failures.getAndUpdate(n -> Math.max(0, n - 1)) > 0) {
            throw new IllegalStateException("the database is gone");
        }
        Batch batch = batch(batchId);
        largestBlock = Math.max(largestBlock, reminders.size() + rejections.size());
        reminders.forEach(row -> batch.reminders.putIfAbsent(row.line(), row));
        rejections.forEach(row -> batch.rejections.putIfAbsent(row.line(), row));
    }

    @Override
    public synchronized BatchTotals finish(long batchId, int rows, ReleasePolicy terms) {
        Batch batch = batch(batchId);
        if (rows != batch.reminders.size() + batch.rejections.size()) {
            throw new IllegalStateException("rows do not add up");
        }
        long suppressed = batch.reminders.values().stream()
                .filter(r -> r.suppression() != null)
                .count();
        long queued = batch.reminders.size() - suppressed;
        long amounts = batch.reminders.values().stream()
                .mapToLong(r -> r.amount().grosze())
                .sum();
        long rejected = batch.rejections.values().stream()
                .mapToLong(r -> r.amount() == null ? 0 : r.amount())
                .sum();
        Map<String, Integer> reasons = new TreeMap<>();
        batch.rejections.values().forEach(r -> reasons.merge(r.reason(), 1, Integer::sum));
        batch.totals = new BatchTotals(
                batchId,
                batch.file,
                batch.filedName,
                Instant.parse("2026-11-24T09:15:00Z"),
                rows,
                batch.rejections.size(),
                (int) suppressed,
                0,
                (int) queued,
                amounts + rejected,
                amounts,
                batch.reminders.values().stream()
                        .mapToInt(NewReminder::segments)
                        .sum(),
                batch.reminders.values().stream().map(NewReminder::cost).reduce(BigDecimal.ZERO, BigDecimal::add),
                reasons);
        underway.remove(batchId);
        return batch.totals;
    }

    @Override
    public void goOn() {}

    @Override
    public synchronized void discard(long batchId) {
        underway.remove(batchId);
        bySha.values().removeIf(batch -> batch.id == batchId);
    }

    @Override
    public synchronized void eachRejection(long batchId, Consumer<RejectedRow> consumer) {
        batch(batchId).rejections.values().forEach(consumer);
    }

    synchronized Batch batch(String fileName) {
        return bySha.values().stream()
                .filter(b -> b.file.fileName().equals(fileName))
                .findFirst()
                .orElseThrow();
    }

    private Batch batch(long id) {
        return bySha.values().stream().filter(b -> b.id == id).findFirst().orElseThrow();
    }

    @Override
    public synchronized boolean knows(String source, String sha256) {
        return bySha.containsKey(source + sha256);
    }

    @Override
    public List<FiledFile> loadedWithin(java.time.Duration age) {
        return List.of();
    }
}
