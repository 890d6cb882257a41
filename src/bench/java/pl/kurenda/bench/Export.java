package pl.kurenda.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;

/** Writes an export of the waste system, each row another debt on another valid Polish mobile, one segment each. */
final class Export {
    private static final String[] NAMES = {
        "Anna Nowak", "Jan Kowalski", "Łucja Żak", "Świętosława Gżegżółka", "Piotr Zając", "Ewa Wójcik"
    };
    private static final int[] PREFIXES = {501, 502, 503, 504, 505, 506, 507, 508, 509, 600, 601, 602, 603, 604, 605};

    private Export() {}

    /**
     * Drops it as a careful domain system does.
     *
     * @param first number of the first debt; files with other numbers hold other debts
     */
    static void drop(Path in, String name, int rows, int first) throws IOException {
        Path part = in.resolve(name + ".part");
        write(part, rows, first);
        Files.move(part, in.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }

    static void write(Path file, int rows, int first) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("Numer;Nazwisko;Telefon;Kwota;Termin\r\n");
            for (int row = first; row < first + rows; row++) {
                out.write(line(row));
            }
        }
    }

    private static String line(int number) {
        String phone = "48" + PREFIXES[number / 1_000_000 % PREFIXES.length]
                + String.format(Locale.ROOT, "%06d", number % 1_000_000);
        return "ODP/" + number + ";" + NAMES[number % NAMES.length] + ";" + phone + ";" + (10 + number % 500) + ","
                + (10 + number % 90) + ";15.10.2026\r\n";
    }
}
