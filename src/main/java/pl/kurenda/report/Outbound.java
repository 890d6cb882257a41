package pl.kurenda.report;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import pl.kurenda.report.core.Sha256;

/**
 * Publishes a group of files together. Each file is written under a temporary name and forced to disk. Only when all
 * are complete do they get their final names, one after the other, replacing any files of those names.
 */
final class Outbound implements Closeable {
    private final Path folder;
    /** Final name by temporary name. */
    private final Map<String, String> written = new LinkedHashMap<>();

    private final List<Path> leftovers = new ArrayList<>();

    Outbound(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
    }

    /** Writes the content of a file. */
    @FunctionalInterface
    interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /** Returns a temporary work file, deleted at the end. */
    Path scratch(String name) {
        Path file = folder.resolve(name + ".scratch.tmp");
        leftovers.add(file);
        return file;
    }

    /**
     * Writes a file under its temporary name and forces it to disk.
     *
     * @return SHA-256 of its bytes
     */
    String write(String name, Content content) throws IOException {
        Path file = temporary(name);
        leftovers.add(file);
        MessageDigest digest = Sha256.digest();
        try (FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            // the channel does the closing: it must still be open for force() after the content closes its stream
            OutputStream out = new KeptOpen(new DigestOutputStream(Channels.newOutputStream(channel), digest));
            content.writeTo(out);
            out.flush();
            channel.force(true);
        }
        written.put(name, name);
        return Sha256.hex(digest.digest());
    }

    /** Changes the final name of a written file. */
    void rename(String name, String other) {
        written.put(name, other);
    }

    /** Keeps a written file from being published. */
    void withhold(String name) {
        written.remove(name);
    }

    /**
     * Gives the files their final names.
     *
     * @param last name of the file to publish last, as it was written; once it is visible, all the others are too
     */
    List<Path> publish(String last) throws IOException {
        List<Path> files = new ArrayList<>();
        String lastName = written.remove(last);
        written.put(last, lastName);
        for (Map.Entry<String, String> entry : written.entrySet()) {
            Path file = folder.resolve(entry.getValue());
            Files.move(
                    temporary(entry.getKey()),
                    file,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
            files.add(file);
        }
        // the new names are safe only when the folder itself is on disk
        try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
            names.force(true);
        }
        return files;
    }

    @Override
    public void close() throws IOException {
        for (Path file : leftovers) {
            Files.deleteIfExists(file);
        }
    }

    private Path temporary(String name) {
        return folder.resolve(name + ".tmp");
    }

    private static final class KeptOpen extends BufferedOutputStream {
        KeptOpen(OutputStream out) {
            super(out, 1 << 16);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
