package pl.kurenda.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The process of a {@link RawSmsc}. */
final class Smsc implements AutoCloseable {
    final int port;
    private final Process process;
    private final BufferedReader answers;
    private final PrintStream commands;

    Smsc(int receiptWindow) throws IOException {
        process = new ProcessBuilder(
                        "java",
                        "-Xmx1g",
                        "-cp",
                        System.getProperty("java.class.path"),
                        RawSmsc.class.getName(),
                        Integer.toString(receiptWindow))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        answers = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.US_ASCII));
        commands = new PrintStream(process.getOutputStream(), true, StandardCharsets.US_ASCII);
        port = Integer.parseInt(answers.readLine());
    }

    long pid() {
        return process.pid();
    }

    /** Such as {@code latency 20}, {@code receipts on|off|hold}, {@code open}, {@code close}, {@code reset 1000}, {@code seconds 1000}. */
    void tell(String command) throws IOException {
        String answer = ask(command);
        if (!"ok".equals(answer)) {
            throw new IOException("The SMSC answers " + command + " with " + answer);
        }
    }

    Seen seen() throws IOException {
        return Seen.read(ask("seen"));
    }

    /** Of the submits since {@code seconds}: the least and the most that a second had, and the mean of 1000 seconds. */
    long[] leastMostAndMean() throws IOException {
        return Seen.parts(ask("leastMostAndMean"));
    }

    private synchronized String ask(String command) throws IOException {
        commands.println(command);
        return answers.readLine();
    }

    @Override
    public void close() {
        commands.close();
        try {
            if (!process.waitFor(5, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    /**
     * What reached the SMSC since the last reset. Times as of System.nanoTime().
     *
     * @param inFlight most submits that waited for their latency on one connection
     * @param waiting receipts not sent yet
     * @param submitParts when each tenth of the submits was complete
     */
    record Seen(
            long submits,
            long firstSubmit,
            long lastSubmit,
            long lastAnswer,
            long inFlight,
            long acknowledged,
            long refused,
            long firstAcknowledged,
            long lastAcknowledged,
            long waiting,
            long[] submitParts,
            long[] receiptParts) {

        static Seen read(String line) {
            Map<String, String> words = new HashMap<>();
            for (String word : line.split(" ")) {
                words.put(word.substring(0, word.indexOf('=')), word.substring(word.indexOf('=') + 1));
            }
            return new Seen(
                    Long.parseLong(words.get("submits")),
                    Long.parseLong(words.get("firstSubmit")),
                    Long.parseLong(words.get("lastSubmit")),
                    Long.parseLong(words.get("lastAnswer")),
                    Long.parseLong(words.get("inFlight")),
                    Long.parseLong(words.get("acknowledged")),
                    Long.parseLong(words.get("refused")),
                    Long.parseLong(words.get("firstAcknowledged")),
                    Long.parseLong(words.get("lastAcknowledged")),
                    Long.parseLong(words.get("waiting")),
                    parts(words.get("submitParts")),
                    parts(words.get("receiptParts")));
        }

        private static long[] parts(String joined) {
            return Arrays.stream(joined.split(",")).mapToLong(Long::parseLong).toArray();
        }
    }
}
