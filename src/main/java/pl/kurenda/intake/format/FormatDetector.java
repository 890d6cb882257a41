package pl.kurenda.intake.format;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pl.kurenda.intake.folder.FileStamp;
import pl.kurenda.intake.folder.StableFiles;
import pl.kurenda.intake.reader.FileEncoding;
import pl.kurenda.intake.reader.RecordScanner;
import pl.kurenda.intake.source.Source;
import pl.kurenda.ledger.batch.FileIdentity;

/** Detects how an export is written. The settings of the source are taken as given; everything else is detected. */
public final class FormatDetector {
    private static final Logger LOG = LoggerFactory.getLogger(FormatDetector.class);
    /** In order of preference, for delimiters that cut a file equally well. */
    private static final List<Character> DELIMITERS = List.of(';', '\t', '|', ',');
    /** The number of bytes examined to find the delimiter and the header. */
    private static final int SAMPLE = 256 * 1024;

    /** Higher than any regularity. */
    private static final long SEEN = Integer.MAX_VALUE;

    private static final long NAMED = 2 * SEEN;

    private final Source source;

    public FormatDetector(Source source) {
        this.source = source;
    }

    /** @throws java.nio.file.NoSuchFileException if another node has taken the file away */
    public Detection detect(Path path) throws IOException {
        FileStamp before = FileStamp.of(path);
        if (StableFiles.isUnreadable(path)) {
            return new Detection.Unreadable(Refusal.of(Refusal.Kind.FORMAT));
        }
        FileScan pass = FileScan.over(path);
        if (pass.size() != before.size() || !FileStamp.of(path).equals(before)) {
            return new Detection.Changing();
        }
        if (pass.refusal() != null) {
            return new Detection.Unreadable(Refusal.of(pass.refusal()));
        }
        try {
            Layout layout = pass.isPackage()
                    ? new WorkbookDetector(source.reading()).layout(path)
                    : WrongCharset.noted(
                            layout(path, textForm(pass)), source.reading().charset(), pass);
            if (!FileStamp.of(path).equals(before)) {
                return new Detection.Changing();
            }
            String name = path.getFileName().toString();
            return new Detection.Readable(
                    new FileIdentity(source.name(), name, pass.sha256Hex(), before.size(), before.modified()), layout);
        } catch (Refusal.RefusedException e) {
            return new Detection.Unreadable(e.refusal());
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } catch (RuntimeException e) {
            return new Detection.Unreadable(unexpected(e));
        }
    }

    /**
     * Refuses a file that causes an unexpected error, so that it is explained and not retried for ever. The message of
     * the exception is left out, because it may contain a cell.
     */
    private Refusal unexpected(RuntimeException e) {
        StackTraceElement[] trace = e.getStackTrace();
        LOG.error(
                "A file of {} is refused, for it could not be understood: {} at {}",
                source,
                e.getClass().getName(),
                trace.length == 0 ? "?" : trace[0]);
        return Refusal.of(Refusal.Kind.NOT_UNDERSTOOD);
    }

    /** Everything except the delimiter and the line end. */
    private Layout.Form textForm(FileScan pass) {
        Charset known = source.reading().charset();
        boolean wide = known == null ? pass.wide() != null : known.name().startsWith("UTF-16");
        if (wide) {
            Charset told = known == null || known.equals(StandardCharsets.UTF_16) ? pass.wide() : known;
            Charset charset = told == null ? StandardCharsets.UTF_16BE : told;
            int mark = pass.hasMark() ? 0 : pass.mark();
            return new Layout.Form(new FileEncoding.Wide(charset, mark), charset, mark > 0, ';', "\n");
        }
        Charset charset = known == null ? pass.charset() : known;
        int mark = pass.hasMark() ? pass.mark() : 0;
        boolean bom = mark > 0 && charset.equals(StandardCharsets.UTF_8);
        return new Layout.Form(new FileEncoding.Plain(mark), charset, bom, ';', "\n");
    }

    private Layout layout(Path path, Layout.Form form) throws IOException, Refusal.RefusedException {
        byte[] octets;
        boolean whole;
        try (InputStream in = form.carrier().open(path)) {
            octets = sample(in);
            whole = in.read() < 0;
        }
        Sample sample = sample(octets, whole, form.cutCharset());
        if (sample.records().isEmpty()) {
            throw new Refusal.RefusedException(Refusal.of(Refusal.Kind.EMPTY));
        }
        Layout.Form found = new Layout.Form(
                form.carrier(), form.charset(), form.bom(), sample.delimiter(), lineEnd(octets), sample.quoting());
        return new LayoutFinder(source.reading(), sample, found).find();
    }

    /** Reads the size of one more record if the header alone is longer than the sample. */
    private static byte[] sample(InputStream in) throws IOException {
        byte[] start = in.readNBytes(SAMPLE);
        for (byte octet : start) {
            if (octet == '\n' || octet == '\r') {
                return start;
            }
        }
        byte[] more = in.readNBytes(RecordScanner.MAX_RECORD);
        byte[] both = Arrays.copyOf(start, start.length + more.length);
        System.arraycopy(more, 0, both, start.length, more.length);
        return both;
    }

    private Sample sample(byte[] octets, boolean whole, Charset charset) {
        Character known = source.reading().delimiter();
        Character told =
                known == null ? Sample.of(octets, whole, DELIMITERS.get(0)).toldDelimiter() : known;
        Stream<Character> tried = told == null ? DELIMITERS.stream() : Stream.of(told);
        Sample best = null;
        long bestScore = -1;
        for (Sample sample : tried.map(sign -> Sample.of(octets, whole, sign)).toList()) {
            if (sample.records().isEmpty()) {
                // Only blanks and this delimiter.
                return sample;
            }
            long score = score(sample, charset);
            if (score > bestScore) {
                best = sample;
                bestScore = score;
            }
        }
        return best;
    }

    /** A delimiter that reveals a phone column is better than any other. */
    private long score(Sample sample, Charset charset) {
        Source.Reading reading = source.reading();
        boolean named = reading.header() && new HeaderFinder(reading, sample, charset).namesPhones();
        if (named) {
            return sample.regularity() + NAMED;
        }
        boolean seen = reading.header()
                && sample.usualWidth() > 1
                && new Headerless(reading, sample, charset).guess().hasPhones();
        return sample.regularity() + (seen ? SEEN : 0);
    }

    private static String lineEnd(byte[] octets) {
        for (int i = 0; i < octets.length; i++) {
            if (octets[i] == '\n') {
                return "\n";
            }
            if (octets[i] == '\r') {
                return i + 1 < octets.length && octets[i + 1] == '\n' ? "\r\n" : "\r";
            }
        }
        return "\r\n";
    }
}
