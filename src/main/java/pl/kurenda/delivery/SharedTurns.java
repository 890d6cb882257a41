package pl.kurenda.delivery;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import pl.kurenda.ledger.RateBlocks;

/**
 * This node's part of an account's rate. All nodes draw blocks of time from one row of the database, one after another, and
 * in its own blocks a node sends at the full rate: so the sum cannot exceed the rate, whoever comes, goes, or dies. Blocks
 * last half a second, or 50 ms where little is sent. A block is used only where it certainly lies, whatever the
 * way to the database took. Not for several threads at once.
 */
final class SharedTurns implements Turns {
    /** One per cent slower than asked: what the way to the SMSC adds to the distances must not exceed the rate. */
    static final long SECOND = TimeUnit.MILLISECONDS.toNanos(1010);

    private static final long LONGEST = TimeUnit.MILLISECONDS.toNanos(500);
    private static final long SHORTEST = TimeUnit.MILLISECONDS.toNanos(50);
    private static final int MOST_TRIES = 5;

    private final RateBlocks blocks;
    private final String smsc;
    private final long spacing;
    private final LongSupplier nanos;
    private Block current;
    private Block following;
    private long length = SHORTEST;

    SharedTurns(RateBlocks blocks, String smsc, int rate, LongSupplier nanos) {
        this.blocks = blocks;
        this.smsc = smsc;
        this.spacing = SECOND / rate;
        this.nanos = nanos;
    }

    @Override
    public long spacing() {
        return spacing;
    }

    @Override
    public long notBefore(long turn) {
        for (int tries = 0; tries <= MOST_TRIES; tries++) {
            if (current == null || turn - current.end >= 0 || current.end - current.start <= 0) {
                current = next(turn);
            }
            if (turn - current.end < 0 && current.end - current.start > 0) {
                reserveAhead(turn);
                return turn - current.start > 0 ? turn : current.start;
            }
        }
        throw new IllegalStateException("the database answers too slowly for a share of the rate");
    }

    private Block next(long turn) {
        boolean busy = current != null && turn - current.end < SHORTEST;
        length = busy ? Math.min(2 * length, LONGEST) : SHORTEST;
        Block next = following == null ? reserve() : following;
        following = null;
        return next;
    }

    /** So that a node which is alone goes on without a gap. */
    private void reserveAhead(long turn) {
        long left = current.end - turn;
        if (following == null && length == LONGEST && left < length / 4) {
            following = reserve();
        }
    }

    private Block reserve() {
        // whole segments, at least one
        long time = Math.max(1, length / spacing) * spacing;
        long asked = nanos.getAsLong();
        long wait = blocks.reserve(smsc, Duration.ofNanos(time)).toNanos();
        long answered = nanos.getAsLong();
        long earliest = asked + wait;
        long latest = answered + wait;
        Block before = following == null ? current : following;
        boolean adjoins = before != null && before.end - earliest >= 0 && latest - before.end >= 0;
        return new Block(adjoins ? before.end : latest, earliest + time);
    }

    /** From start to end, by the node's own clock. */
    private record Block(long start, long end) {}
}
