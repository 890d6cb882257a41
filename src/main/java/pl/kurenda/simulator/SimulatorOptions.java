package pl.kurenda.simulator;

import java.time.Clock;
import java.time.Duration;
import java.util.function.Function;

/**
 * How the simulated SMSC behaves.
 *
 * @param clock for the dates in receipts and the first message id
 * @param responseLatency pause before each submit_sm_resp, zero for none
 * @param shortestReceiptDelay least time from submit to receipt
 * @param longestReceiptDelay most time from submit to receipt
 * @param fate destination number to what becomes of the message
 * @param notation how message ids are written
 * @param receiptCapacity receipts that may wait, for their time or for a bound receiver; further ones are lost
 */
public record SimulatorOptions(
        Clock clock,
        Duration responseLatency,
        Duration shortestReceiptDelay,
        Duration longestReceiptDelay,
        Function<String, SimulatedOutcome> fate,
        IdNotation notation,
        int receiptCapacity) {

    /** As the demo runs it: answers at once, receipts after 0.2 to 2 s, seven numbers in a hundred fail, and some have a
     * fate of their own. */
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

    /** The same with another pause before each answer. */
    public SimulatorOptions withResponseLatency(Duration latency) {
        return new SimulatorOptions(
                clock, latency, shortestReceiptDelay, longestReceiptDelay, fate, notation, receiptCapacity);
    }

    /** The same with other receipt delays. */
    public SimulatorOptions withReceiptDelay(Duration shortest, Duration longest) {
        return new SimulatorOptions(clock, responseLatency, shortest, longest, fate, notation, receiptCapacity);
    }

    /** The same with other fates. */
    public SimulatorOptions withFate(Function<String, SimulatedOutcome> other) {
        return new SimulatorOptions(
                clock, responseLatency, shortestReceiptDelay, longestReceiptDelay, other, notation, receiptCapacity);
    }

    /** The same with another notation of ids. */
    public SimulatorOptions withNotation(IdNotation other) {
        return new SimulatorOptions(
                clock, responseLatency, shortestReceiptDelay, longestReceiptDelay, fate, other, receiptCapacity);
    }

    /** The same with room for another number of receipts. */
    public SimulatorOptions withReceiptCapacity(int other) {
        return new SimulatorOptions(
                clock, responseLatency, shortestReceiptDelay, longestReceiptDelay, fate, notation, other);
    }
}
