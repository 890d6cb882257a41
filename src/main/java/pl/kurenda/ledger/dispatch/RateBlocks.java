package pl.kurenda.ledger.dispatch;

import java.time.Duration;

/** The time line of each SMSC's rate, from which all nodes draw blocks. */
public interface RateBlocks {

    /**
     * Reserves the next free block of time in which this node alone sends to the SMSC. What is not used is lost, so that
     * nothing has to be given back by a node that dies.
     *
     * @param smsc its name
     * @param length of the block, 1 µs to 1 min
     * @return from the moment at which the database saw the call until the block begins; zero if it begins at once
     */
    Duration reserve(String smsc, Duration length);
}
