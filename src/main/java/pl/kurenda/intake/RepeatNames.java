package pl.kurenda.intake;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Names for files that are put aside because their content was loaded before. The ledger books no name for them, so they
 * keep out of the way of the names that it gives: {@code x.repeated.csv}, {@code x.repeated-2.csv} …
 */
final class RepeatNames {
    private RepeatNames() {}

    /** A name that is free in {@code done} and {@code out}. */
    static String free(SourceFolders folders, String name) {
        int dot = name.lastIndexOf('.') > 0 ? name.lastIndexOf('.') : name.length();
        for (int n = 1; ; n++) {
            String candidate = name.substring(0, dot) + ".repeated" + (n == 1 ? "" : "-" + n) + name.substring(dot);
            Path answer = folders.out().resolve(candidate + ".receipt.json");
            if (!Files.exists(folders.done().resolve(candidate)) && !Files.exists(answer)) {
                return candidate;
            }
        }
    }
}
