package pl.kurenda.intake.submission;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.springframework.stereotype.Component;
import pl.kurenda.intake.column.Field;
import pl.kurenda.intake.reader.CsvReader;
import pl.kurenda.intake.source.Source;
import pl.kurenda.intake.source.Sources;
import pl.kurenda.intake.source.SubmittedSource;

/** Stores request bodies durably as files that intake does not see yet. */
@Component
public class BodyFiles {
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz234567";
    private static final int LENGTH = 26;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Sources sources;

    BodyFiles(Sources sources) {
        this.sources = sources;
    }

    /** The format of an upload. */
    public enum Kind {
        /** Delimited text. */
        CSV(".csv"),
        /** An Excel workbook. */
        XLSX(".xlsx");

        private final String ending;

        Kind(String ending) {
            this.ending = ending;
        }
    }

    /**
     * Stores an upload.
     *
     * @param ledgerName name of the source in the ledger
     * @param limit in bytes
     * @return nothing if the body is larger than the limit
     */
    public Optional<IncomingBody> upload(String ledgerName, Kind kind, InputStream body, long limit)
            throws IOException {
        String id = id();
        String name = id + kind.ending;
        Path path = place(ledgerName, name);
        MessageDigest digest = sha256();
        digest.update((byte) kind.ordinal());
        boolean whole = false;
        try {
            whole = write(path, out -> copy(new DigestInputStream(body, digest), out, limit));
        } finally {
            if (!whole) {
                Files.deleteIfExists(path);
            }
        }
        return whole ? Optional.of(new IncomingBody(id, ledgerName, name, path, hex(digest), null)) : Optional.empty();
    }

    private static boolean copy(InputStream in, OutputStream out, long limit) throws IOException {
        byte[] buffer = new byte[1 << 16];
        long total = 0;
        for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
            total += n;
            if (total > limit) {
                return false;
            }
            out.write(buffer, 0, n);
        }
        return true;
    }

    /**
     * Stores a body that is still to be checked. The caller deletes it. It lies next to the bodies that are kept, so
     * that the same cleanup removes it after a crash.
     *
     * @param ledgerName name of the source in the ledger
     * @param limit in bytes
     * @return nothing if the body is larger than the limit
     */
    public Optional<Path> aside(String ledgerName, InputStream body, long limit) throws IOException {
        Path path = place(ledgerName, id() + ".json");
        boolean whole = false;
        try (OutputStream out = Files.newOutputStream(path, StandardOpenOption.CREATE_NEW)) {
            whole = copy(body, out, limit);
        } finally {
            if (!whole) {
                Files.deleteIfExists(path);
            }
        }
        return whole ? Optional.of(path) : Optional.empty();
    }

    /** Stores reminders as a file with one line for each, from the second line on. */
    public IncomingBody rows(String ledgerName, List<ReminderInput> reminders) throws IOException {
        String id = id();
        String name = id + SubmittedSource.ROWS_ENDING;
        Path path = place(ledgerName, name);
        boolean whole = false;
        try {
            whole = write(path, out -> print(reminders, out));
        } finally {
            if (!whole) {
                Files.deleteIfExists(path);
            }
        }
        MessageDigest digest = sha256();
        digest.update((byte) Kind.values().length);
        try (InputStream in = new DigestInputStream(Files.newInputStream(path), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return new IncomingBody(id, ledgerName, name, path, hex(digest), reminders.size());
    }

    private static boolean print(List<ReminderInput> reminders, OutputStream out) throws IOException {
        CSVFormat format =
                CsvReader.format(';').builder().setRecordSeparator("\n").get();
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        CSVPrinter printer = new CSVPrinter(writer, format);
        printer.printRecord(Stream.of(Field.values()).map(Field::key));
        for (ReminderInput reminder : reminders) {
            printer.printRecord(reminder.cells());
        }
        printer.flush();
        return true;
    }

    private Path place(String ledgerName, String fileName) {
        Source source = sources.of(ledgerName, fileName)
                .orElseThrow(() -> new IllegalArgumentException("no source of the settings"));
        return hidden(source.folders().in().resolve(fileName));
    }

    private static boolean write(Path path, Content content) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel))) {
            boolean whole = content.writeTo(out);
            out.flush();
            channel.force(true);
            force(path.getParent());
            return whole;
        }
    }

    /** Makes a new file name durable by syncing its folder. */
    static void force(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    /** Returns the name of a file before it is dropped. No watcher takes names that begin with a dot. */
    static Path hidden(Path target) {
        return target.resolveSibling("." + target.getFileName());
    }

    static boolean isHidden(Path file) {
        return file.getFileName().toString().matches("\\.[a-z2-7]{26}\\.[a-z.]+");
    }

    /** Returns the id in the name of a hidden file. */
    static String id(Path file) {
        return file.getFileName().toString().substring(1, LENGTH + 1);
    }

    /** Creates an id of 130 random bits. */
    private static String id() {
        StringBuilder id = new StringBuilder(LENGTH);
        RANDOM.ints(LENGTH, 0, LETTERS.length()).forEach(i -> id.append(LETTERS.charAt(i)));
        return id.toString();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static String hex(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Writes the bytes and returns whether they are complete. */
    private interface Content {
        boolean writeTo(OutputStream out) throws IOException;
    }
}
