package pl.kurenda.delivery.dispatch;

import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import pl.kurenda.delivery.window.SendWindows;
import pl.kurenda.ledger.dispatch.ClaimedReminder;
import pl.kurenda.ledger.dispatch.DispatchQueue;

/**
 * Holds claimed reminders until a slot is free. If the queue has more, the next block is claimed while this one is
 * sent, so that sending does not pause. Only one thread may call this; the claim itself runs in another.
 */
final class ClaimBuffer {
    private static final int CLAIM = 500;

    private final DispatchQueue queue;
    private final SendWindows windows;
    private final Clock clock;
    private final Executor claims = task -> new Thread(task, "claim").start();
    private final Deque<ClaimedReminder> claimed = new ArrayDeque<>();
    /** A claim in progress, or null. */
    private CompletableFuture<List<ClaimedReminder>> coming;

    private boolean more;
    /** Whether the database may hold claims that never arrived here. */
    private boolean lostTrack;

    ClaimBuffer(DispatchQueue queue, SendWindows windows, Clock clock) {
        this.queue = queue;
        this.windows = windows;
        this.clock = clock;
    }

    /** Returns up to this many reminders that may be sent now. Those whose send window has closed go back. */
    List<ClaimedReminder> next(int count) {
        if (claimed.isEmpty()) {
            claim();
        }
        List<ClaimedReminder> next = new ArrayList<>(count);
        while (next.size() < count && !claimed.isEmpty()) {
            next.add(claimed.poll());
        }
        List<ClaimedReminder> closed =
                next.stream().filter(c -> !windows.isOpen(c.source())).toList();
        next.removeAll(closed);
        if (!closed.isEmpty()) {
            giveBack(closed);
        }
        if (more && !lostTrack && coming == null && claimed.size() < CLAIM / 2) {
            begin();
        }
        return next;
    }

    /** Gives lost claims back first, at a moment when nothing is left here that would go back with them. */
    private void claim() {
        if (coming == null) {
            if (lostTrack) {
                queue.giveBackAll();
                lostTrack = false;
            }
            begin();
        }
        arrive();
    }

    private void begin() {
        coming = CompletableFuture.supplyAsync(() -> queue.claim(CLAIM, windows::isOpen), claims);
    }

    private void arrive() {
        try {
            List<ClaimedReminder> block = coming.join();
            more = block.size() == CLAIM;
            claimed.addAll(block);
        } catch (CompletionException failed) {
            lostTrack = true;
            throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
        } finally {
            coming = null;
        }
    }

    /** Gives back everything. */
    void giveBack() {
        if (coming != null) {
            arrive();
        }
        if (!claimed.isEmpty()) {
            List<ClaimedReminder> back = List.copyOf(claimed);
            claimed.clear();
            giveBack(back);
        }
    }

    private void giveBack(List<ClaimedReminder> back) {
        boolean before = lostTrack;
        lostTrack = true;
        queue.giveBack(back, clock.instant());
        lostTrack = before;
    }
}
