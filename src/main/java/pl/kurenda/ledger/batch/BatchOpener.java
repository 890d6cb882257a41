package pl.kurenda.ledger.batch;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hibernate.exception.ConstraintViolationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import pl.kurenda.ledger.core.LedgerJdbc;
import pl.kurenda.ledger.core.LoadingLease;
import pl.kurenda.ledger.core.StateHistory;
import pl.kurenda.ledger.core.Suppression;
import pl.kurenda.ledger.core.Utc;

/** Starts, resumes or refuses the loading of a file. */
final class BatchOpener {
    private static final Logger LOG = LoggerFactory.getLogger(BatchOpener.class);

    /** Reasons for not sending that lie in the file or in our settings. A paid debt is not one of them. */
    private static final List<String> OURS = List.of(
            Suppression.OPTED_OUT.name(),
            Suppression.DUPLICATE_ROW.name(),
            Suppression.DUPLICATE_DEBT.name(),
            Suppression.BELOW_MINIMUM.name());

    private final LedgerJdbc ledgerJdbc;
    private final StateHistory stateHistory;
    private final BatchCounters figures;
    private final LoadingLease loadingLease;
    private final FullExports fullExports;

    BatchOpener(
            LedgerJdbc ledgerJdbc,
            StateHistory stateHistory,
            BatchCounters figures,
            LoadingLease loadingLease,
            FullExports fullExports) {
        this.ledgerJdbc = ledgerJdbc;
        this.stateHistory = stateHistory;
        this.figures = figures;
        this.loadingLease = loadingLease;
        this.fullExports = fullExports;
    }

    /** @param another whether the file is known to differ from the drop that was loaded */
    Opening open(FileIdentity file, String charset, char delimiter, boolean another) {
        // The suppression by an earlier full export must be complete before the rows of this file are compared.
        fullExports.sweepAll(file.source());
        Opening opening = look(new Wish(file, charset, delimiter, another));
        if (!(opening instanceof Opening.Repeated repeated)) {
            return opening;
        }
        Optional<LoadingLease.Loading> other = loadingLease.loading(file.source());
        if (other.isPresent() && loadingLease.busy(other.get())) {
            // Its rows are compared with what waits now.
            return new Opening.Busy(other.get().node());
        }
        Opening.Again again = fullExports.again(repeated.first().batchId(), file.modified());
        return new Opening.Repeated(repeated.first(), repeated.filedName(), again);
    }

    private Opening look(Wish wish) {
        try {
            return guarded(wish, () -> begin(wish));
        } catch (DuplicateKeyException | ConstraintViolationException e) {
            // Another node was faster, or another file of the source is being loaded. Hibernate reports this with its
            // own exception.
            return guarded(wish, () -> new Opening.Busy("another node"));
        }
    }

    /** Marks the batch as being loaded within the transaction, and removes the mark if the transaction fails. */
    private Opening guarded(Wish wish, java.util.function.Supplier<Opening> otherwise) {
        long[] noted = {0};
        try {
            return ledgerJdbc.inTransaction(() -> {
                Opening opening = find(wish).orElseGet(otherwise);
                if (opening instanceof Opening.Load load) {
                    noted[0] = load.batchId();
                    loadingLease.began(noted[0]);
                }
                return opening;
            });
        } catch (RuntimeException e) {
            loadingLease.ended(noted[0]);
            throw e;
        }
    }

    private Opening begin(Wish wish) {
        return makeRoom(wish.file().source()).orElseGet(() -> insert(wish));
    }

    /**
     * Deletes a half-loaded file of a dead node, or one that this node has given up. Otherwise its rows would count as
     * earlier reminders of their debts. The file itself, unless it was removed, is still where it was dropped and will
     * be loaded from its first row.
     *
     * @return the reason if there is no room
     */
    private Optional<Opening> makeRoom(String source) {
        Optional<LoadingLease.Loading> other = loadingLease.loading(source);
        // Checked again under the lock: another node may have resumed it meanwhile.
        if (other.isPresent()
                && (loadingLease.busy(other.get())
                        || !loadingLease.takeFrom(other.get())
                        || loadingLease.busy(other.get()))) {
            return Optional.of(new Opening.Busy(other.get().node()));
        }
        other.ifPresent(left -> delete(left.batchId()));
        return Optional.empty();
    }

    private Opening insert(Wish wish) {
        BatchEntity batch = new BatchEntity(
                        wish.file(), figures.freeName(wish.file()), wish.charset(), wish.delimiter())
                .takenBy(loadingLease.node(), loadingLease.demo(), stateHistory.now());
        ledgerJdbc.insert(List.of(batch));
        return new Opening.Load(batch.id(), figures.filedName(batch.id()), false);
    }

    private Optional<Opening> find(Wish wish) {
        FileIdentity file = wish.file();
        return figures.byFingerprint(file.source(), file.sha256())
                .map(found -> found.loading() ? takeUp(found) : settled(figures.totals(found.id()), wish));
    }

    private Opening takeUp(BatchCounters.Found found) {
        LoadingLease.Loading loading = new LoadingLease.Loading(found.id(), found.node(), found.fence());
        if (loadingLease.busy(loading)) {
            return new Opening.Busy(found.node());
        }
        ledgerJdbc.update(
                "update batch set node = :node, fence = :fence, loading_source = source where id = :id",
                Map.of(
                        "node",
                        loadingLease.node().name(),
                        "fence",
                        loadingLease.node().fence(),
                        "id",
                        found.id()));
        return new Opening.Load(found.id(), found.filedName(), true);
    }

    private Opening settled(BatchTotals first, Wish wish) {
        FileIdentity file = wish.file();
        boolean sameDrop = first.file().fileName().equals(file.fileName())
                && Utc.of(first.file().modified()).equals(Utc.of(file.modified()));
        if (sameDrop && !wish.another()) {
            return new Opening.Answer(first);
        }
        return cameToNothing(first.batchId(), file)
                ? anew(first.batchId(), wish)
                : new Opening.Repeated(first, figures.freeName(file));
    }

    /**
     * Whether nothing of the file was sent or may still be sent. The same file dropped again is then not a repetition:
     * it is wanted once the settings have been corrected. An export older than the newest full export stays refused,
     * because some of its debts may be paid. So does one with an amount that is no longer owed.
     */
    private boolean cameToNothing(long batchId, FileIdentity file) {
        Map<String, Object> values = new HashMap<>();
        values.put("id", batchId);
        values.put("ours", OURS);
        values.put("demo", loadingLease.demo());
        values.put("modified", Utc.of(file.modified()));
        return !ledgerJdbc.sql().queryForList("""
                        select 1 from batch b
                        where b.id = :id and b.demo = :demo
                          and (b.rejected > 0 or exists (
                            select 1 from reminder r where r.batch_id = b.id and r.state = 'WITHDRAWN'))
                          and not exists (
                            select 1 from reminder r where r.batch_id = b.id and not (
                              r.state = 'WITHDRAWN' and r.reason <> 'AMOUNT_CHANGED' and r.sent_at is null and r.attempts = 0
                              or r.state = 'SUPPRESSED' and r.reason in (:ours)))
                          and not exists (
                            select 1 from batch n
                            where n.source = b.source and n.demo = b.demo and n.full_export and n.state = 'LOADED'
                              and n.id > b.id and n.file_modified > :modified)""", values, Integer.class).isEmpty();
    }

    /**
     * Loads the file again. The first batch stays as it is, except that its fingerprint now belongs to the second
     * batch.
     */
    private Opening anew(long first, Wish wish) {
        Optional<Opening> busy = makeRoom(wish.file().source());
        if (busy.isPresent()) {
            return busy.get();
        }
        ledgerJdbc.update(
                "update batch set superseded = id, typical = false, full_export = false where id = :id",
                Map.of("id", first));
        LOG.info(
                "{} {}: is loaded anew, since nothing of file {}, which has the same content, was sent",
                wish.file().source(),
                wish.file().fileName(),
                first);
        return insert(wish);
    }

    void delete(long batchId) {
        Map<String, Long> id = Map.of("id", batchId);
        stateHistory.tally().deleting(batchId, stateHistory.now());
        ledgerJdbc.update("delete o from outcome o join reminder r on r.id = o.reminder_id where r.batch_id = :id", id);
        ledgerJdbc.update("delete h from history h join reminder r on r.id = h.reminder_id where r.batch_id = :id", id);
        ledgerJdbc.update("delete from reminder where batch_id = :id", id);
        ledgerJdbc.update("delete from rejected_row where batch_id = :id", id);
        ledgerJdbc.update("delete from batch where id = :id", id);
    }

    /** A file to load. */
    private record Wish(FileIdentity file, String charset, char delimiter, boolean another) {}
}
