package pl.kurenda.delivery.rate;

/** When this node may send, in addition to the spacing of its segments. */
public interface RateSlots {

    /** No limit. */
    RateSlots FREE = new RateSlots() {
        @Override
        public long notBefore(long turn) {
            return turn;
        }

        @Override
        public long spacing() {
            return 0;
        }
    };

    /**
     * The first moment at or after this one at which the node may send.
     *
     * @param turn by {@link System#nanoTime()}
     * @throws RuntimeException if that cannot be found out
     */
    long notBefore(long turn);

    /** Nanoseconds between two segments, 0 for no limit. */
    long spacing();
}
