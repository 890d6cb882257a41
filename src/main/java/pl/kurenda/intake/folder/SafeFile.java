package pl.kurenda.intake.folder;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import pl.kurenda.intake.source.SourceFolders;

/** Writes files so that they never appear half-written. */
public final class SafeFile {
    private SafeFile() {}

    /** Writes the bytes of a file. */
    public interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /**
     * Writes under a temporary name, forces the bytes to disk, then renames the file into place. An existing file is
     * replaced as a whole: replies are the same however often they are written.
     */
    public static void write(Path target, Content content) throws IOException {
        // Two nodes may write at the same time, so each needs its own temporary name.
        Path temporary = target.resolveSibling(target.getFileName() + "." + UUID.randomUUID() + ".tmp");
        try {
            try (FileChannel channel =
                            FileChannel.open(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                    OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel))) {
                content.writeTo(out);
                out.flush();
                channel.force(true);
            }
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    /**
     * A name for a file that repeats an earlier one: {@code x.repeated.csv}, {@code x.repeated-2.csv} and so on. It is
     * free in {@code done} and {@code out}, and the ledger never gives it to another file.
     */
    public static String freeRepeated(SourceFolders folders, String name) {
        int dot = name.lastIndexOf('.') > 0 ? name.lastIndexOf('.') : name.length();
        for (int n = 1; ; n++) {
            String candidate = name.substring(0, dot) + ".repeated" + (n == 1 ? "" : "-" + n) + name.substring(dot);
            Path answer = folders.out().resolve(candidate + ".receipt.json");
            if (!Files.exists(folders.done().resolve(candidate)) && !Files.exists(answer)) {
                return candidate;
            }
        }
    }

    /** A free name in the folder, with a number before the extension if needed. */
    public static Path free(Path folder, String name) {
        int dot = name.lastIndexOf('.') > 0 ? name.lastIndexOf('.') : name.length();
        Path path = folder.resolve(name);
        for (int n = 2; Files.exists(path); n++) {
            path = folder.resolve(name.substring(0, dot) + "-" + n + name.substring(dot));
        }
        return path;
    }
}
