package pl.kurenda.ledger.dispatch;

import java.time.Duration;

/** Hands out the sending time of each SMSC. All nodes draw blocks from the same time line. */
public interface RateBlocks {

    /**
     * Reserves the next free block of time in which only this node sends to the SMSC. Unused time is lost, so a node
     * that dies has nothing to give back.
     *
     * @param smsc name of the SMSC
     * @param length of the block, 1 µs to 1 min
     * @return time from the moment the database received the call until the block begins; zero if it begins at once
     */
    Duration reserve(String smsc, Duration length);
}
