package pl.kurenda.delivery.rate;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import pl.kurenda.ledger.dispatch.RateBlocks;

/**
 * Gives this node its part of an account's rate. All nodes draw blocks of time, one after another, from one row of the
 * database. In its own blocks a node sends at the full rate. So the sum cannot exceed the rate, whichever nodes come,
 * go or die. Blocks last half a second, or 50 ms if little is sent. A node uses only the time that is certainly in its
 * block, however long the database call took. Not thread-safe.
 */
public final class ClusterRateSlots implements RateSlots {
    /** From this rate on, one extra segment a second is within two per cent of the rate. */
    private static final int EXACT_BELOW = 50;

    private static final long LONGEST = TimeUnit.MILLISECONDS.toNanos(500);
    private static final long SHORTEST = TimeUnit.MILLISECONDS.toNanos(50);
    /** If the database call took longer, it does not show whether the block adjoins the one before. */
    private static final long SURE = TimeUnit.MILLISECONDS.toNanos(10);

    private static final int MOST_TRIES = 5;

    private final RateBlocks blocks;
    private final String smsc;
    private final long spacing;
    private final LongSupplier nanos;
    private Block current;
    private Block following;
    private long length = SHORTEST;

    public ClusterRateSlots(RateBlocks blocks, String smsc, int rate, LongSupplier nanos) {
        this.blocks = blocks;
        this.smsc = smsc;
        this.spacing = second(rate) / rate;
        this.nanos = nanos;
    }

    /** Slightly longer than a second, so that delays on the way to the SMSC cannot push the rate over the limit. */
    private static long second(int rate) {
        return TimeUnit.MILLISECONDS.toNanos(rate < EXACT_BELOW ? 1010 : 1005);
    }

    @Override
    public long spacing() {
        return spacing;
    }

    @Override
    public long notBefore(long turn) {
        long from = turn;
        for (int tries = 0; tries <= MOST_TRIES; tries++) {
            if (current == null || from - current.end >= 0) {
                current = next(from);
            }
            long slot = current.slot(from, spacing);
            if (slot - current.end < 0) {
                reserveAhead(slot);
                return slot;
            }
            from = current.end;
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

    /** Reserves the next block early, so that a node that is alone continues without a gap. */
    private void reserveAhead(long turn) {
        long left = current.end - turn;
        if (following == null && length == LONGEST && left < length / 4) {
            following = reserve();
        }
    }

    /**
     * Reserves a block. The block begins at some moment between call and return, plus the delay that the database
     * returns.
     */
    private Block reserve() {
        long time = Math.max(1, length / spacing) * spacing;
        long asked = nanos.getAsLong();
        long wait = blocks.reserve(smsc, Duration.ofNanos(time)).toNanos();
        long answered = nanos.getAsLong();
        long earliest = asked + wait;
        long latest = answered + wait;
        long adjoining = current == null ? earliest - 1 : current.first + current.time;
        boolean adjoins = adjoining - earliest >= 0 && latest - adjoining >= 0 && answered - asked < SURE;
        return new Block(adjoins ? adjoining : latest, time, earliest + time);
    }

    /**
     * A block by the node's own clock.
     *
     * @param first its first slot
     * @param time how long it is
     * @param end no slot lies at or after this moment
     */
    private record Block(long first, long time, long end) {

        /** The first slot at or after this moment. The spacing is the same across the blocks of all nodes. */
        long slot(long from, long spacing) {
            long after = from - first;
            return after <= 0 ? first : first + (after + spacing - 1) / spacing * spacing;
        }
    }
}
