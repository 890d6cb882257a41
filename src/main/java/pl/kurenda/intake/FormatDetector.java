package pl.kurenda.intake;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import pl.kurenda.ledger.FileIdentity;

/** Finds out how an export is written. What the settings of the source say is believed; the rest is looked for. */
final class FormatDetector {
    /** In the order of preference where they cut a file equally well. */
    private static final List<Character> DELIMITERS = List.of(';', '\t', '|', ',');

    private final Source source;

    FormatDetector(Source source) {
        this.source = source;
    }

    /** @throws java.nio.file.NoSuchFileException if another node has taken the file away. */
    Detection detect(Path path) throws IOException {
        FileStamp before = FileStamp.of(path);
        FilePass pass = FilePass.over(path);
        if (pass.size() != before.size() || !FileStamp.of(path).equals(before)) {
            return new Detection.Changing();
        }
        if (pass.refusal() != null) {
            return new Detection.Unreadable(Refusal.of(pass.refusal()));
        }
        try {
            Layout layout = layout(pass);
            String name = path.getFileName().toString();
            return new Detection.Readable(
                    new FileIdentity(source.name(), name, pass.sha256Hex(), before.size(), before.modified()), layout);
        } catch (RefusedException e) {
            return new Detection.Unreadable(e.refusal());
        }
    }

    private Layout layout(FilePass pass) throws RefusedException {
        Charset charset = Optional.ofNullable(source.reading().charset())
                .orElseGet(() -> pass.hasMark() ? StandardCharsets.UTF_8 : pass.charset());
        Sample sample = sample(pass, charset);
        if (sample.records().isEmpty()) {
            throw new RefusedException(Refusal.of(Refusal.Kind.EMPTY));
        }
        LayoutFinder finder = new LayoutFinder(source.reading(), sample, charset);
        return finder.find(pass.hasMark(), lineEnd(pass.sample()));
    }

    private Sample sample(FilePass pass, Charset charset) {
        Character known = source.reading().delimiter();
        Stream<Character> tried = known == null ? DELIMITERS.stream() : Stream.of(known);
        Sample best = null;
        long bestScore = -1;
        for (Sample sample : tried.map(sign -> Sample.of(pass.sample(), pass.sampledAll(), sign))
                .toList()) {
            long score = score(sample, charset);
            if (score > bestScore) {
                best = sample;
                bestScore = score;
            }
        }
        return best;
    }

    /** A delimiter that brings a phone column to light is better than any other. */
    private long score(Sample sample, Charset charset) {
        boolean named = source.reading().header()
                && ColumnNames.find(Field.PHONE, sample.firstCells(charset)).isPresent();
        return sample.regularity() + (named ? Integer.MAX_VALUE : 0L);
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
