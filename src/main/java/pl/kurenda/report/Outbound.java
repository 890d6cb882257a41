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
import java.util.ArrayList;
import java.util.List;

/**
 * Files that appear together: each is written under a temporary name and brought to the disk; only when all of them are
 * complete do they get their names, one after the other, in place of what stood there.
 */
final class Outbound implements Closeable {
    private final Path folder;
    private final List<String> written = new ArrayList<>();
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

    /** Writes a file under its temporary name, down to the disk. */
    void write(String name, Content content) throws IOException {
        Path file = temporary(name);
        leftovers.add(file);
        try (FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            // closing is left to the channel: what the content closes must still be open for force()
            OutputStream out = new KeptOpen(Channels.newOutputStream(channel));
            content.writeTo(out);
            out.flush();
            channel.force(true);
        }
        written.add(name);
    }

    /**
     * Gives the files their names.
     *
     * @param last the one that comes last: who sees it sees all of them
     */
    List<Path> publish(String last) throws IOException {
        List<Path> files = new ArrayList<>();
        written.remove(last);
        written.add(last);
        for (String name : written) {
            Path file = folder.resolve(name);
            Files.move(temporary(name), file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
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
