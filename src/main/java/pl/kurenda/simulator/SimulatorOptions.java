package pl.kurenda.simulator;

import java.time.Clock;
import java.time.Duration;
import java.util.function.Function;

/**
 * How the simulated SMSC behaves.
 *
 * @param clock for the dates in receipts and the first message id
 * @param responseLatency pause before each submit_sm_resp, zero for none
 * @param shortestReceiptDelay shortest time from submit to receipt
 * @param longestReceiptDelay longest time from submit to receipt
 * @param fate gives the outcome of a message by its destination number
 * @param notation how message ids are written
 * @param receiptCapacity number of receipts that may wait, for their time or for a bound receiver; further ones are
 *     lost
 */
public record SimulatorOptions(
        Clock clock,
        Duration responseLatency,
        Duration shortestReceiptDelay,
        Duration longestReceiptDelay,
        Function<String, SimulatedOutcome> fate,
        IdNotation notation,
        int receiptCapacity) {

    /**
     * The options of the demo: responses at once, receipts after 0.2 to 2 s, seven numbers in a hundred fail, and some
     * numbers have a fixed outcome.
     */
    public static SimulatorOptions demo(Clock clock) {
        return new SimulatorOptions(
                clock,
                Duration.ZERO,
                Duration.ofMillis(200),
                Duration.ofSeconds(2),
                SimulatedOutcome::inSandbox,
                IdNotation.HEX_IN_RESPONSE,
                200_000);
    }

    /** A copy with another pause before each response. */
    public SimulatorOptions withResponseLatency(Duration latency) {
        return new SimulatorOptions(
                clock, latency, shortestReceiptDelay, longestReceiptDelay, fate, notation, receiptCapacity);
    }

    /** A copy with other receipt delays. */
    public SimulatorOptions withReceiptDelay(Duration shortest, Duration longest) {
        return new SimulatorOptions(clock, responseLatency, shortest, longest, fate, notation, receiptCapacity);
    }

    /** A copy with other outcomes. */
    public SimulatorOptions withFate(Function<String, SimulatedOutcome> other) {
        return new SimulatorOptions(
                clock, responseLatency, shortestReceiptDelay, longestReceiptDelay, other, notation, receiptCapacity);
    }

    /** A copy with another notation of ids. */
    public SimulatorOptions withNotation(IdNotation other) {
        return new SimulatorOptions(
                clock, responseLatency, shortestReceiptDelay, longestReceiptDelay, fate, other, receiptCapacity);
    }

    /** A copy with room for another number of receipts. */
    public SimulatorOptions withReceiptCapacity(int other) {
        return new SimulatorOptions(
                clock, responseLatency, shortestReceiptDelay, longestReceiptDelay, fate, notation, other);
    }
}
