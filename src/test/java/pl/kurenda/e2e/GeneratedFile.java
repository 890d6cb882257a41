package pl.kurenda.e2e;

import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Made-up exports in which every row has a telephone and a debt of its own. */
final class GeneratedFile {
    private int next;

    /** How many rows have been made so far. */
    synchronized int rows() {
        return next;
    }

    /** An export with a header line, for waste and tax. */
    byte[] withHeader(int rows) {
        return ("telefon;kwota;nr sprawy\r\n" + lines(rows, ";S%d")).getBytes(StandardCharsets.US_ASCII);
    }

    /** The same with names so long that each text has two segments. */
    byte[] withLongTexts(int rows) {
        String name = "Jan " + "Kowalski".repeat(15);
        return ("telefon;kwota;nazwisko;nr sprawy\r\n" + lines(rows, ";" + name + ";S%d"))
                .getBytes(StandardCharsets.US_ASCII);
    }

    /** An export of the waterworks: phone, amount, due date, name, account. */
    byte[] withoutHeader(int rows) {
        return lines(rows, ";31.12.2026;;").getBytes(StandardCharsets.US_ASCII);
    }

    private synchronized String lines(int rows, String rest) {
        int first = next;
        next += rows;
        return IntStream.range(first, next)
                .mapToObj(n -> "60" + (1_000_000 + n) + ";" + (n + 1) + ",00" + rest.formatted(n) + "\r\n")
                .collect(Collectors.joining());
    }
}
