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
 * Files that appear together: each is written under a temporary name and brought to the disk; only when all of them are
 * complete do they get their names, one after the other, in place of what stood there.
 */
final class Outbound implements Closeable {
    private final Path folder;
    /** Final name by the name a file was written under. */
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

    /** A file for use on the way, deleted at the end. */
    Path scratch(String name) {
        Path file = folder.resolve(name + ".scratch.tmp");
        leftovers.add(file);
        return file;
    }

    /**
     * Writes a file under its temporary name, down to the disk.
     *
     * @return SHA-256 of its octets
     */
    String write(String name, Content content) throws IOException {
        Path file = temporary(name);
        leftovers.add(file);
        MessageDigest digest = Sha256.digest();
        try (FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            // closing is left to the channel: what the content closes must still be open for force()
            OutputStream out = new KeptOpen(new DigestOutputStream(Channels.newOutputStream(channel), digest));
            content.writeTo(out);
            out.flush();
            channel.force(true);
        }
        written.put(name, name);
        return Sha256.hex(digest.digest());
    }

    /** Lets a written file appear under another name. */
    void rename(String name, String other) {
        written.put(name, other);
    }

    /** Lets a written file not appear at all. */
    void withhold(String name) {
        written.remove(name);
    }

    /**
     * Gives the files their names.
     *
     * @param last the one that comes last, by the name it was written under: who sees it sees all of them
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
        // the names themselves are on the disk only when the folder is
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
