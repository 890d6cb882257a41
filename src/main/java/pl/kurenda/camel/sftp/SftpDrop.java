package pl.kurenda.camel.sftp;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.camel.component.file.GenericFileOperationFailedException;
import pl.kurenda.intake.FileDisposition;
import pl.kurenda.intake.RemoteDrop;
import pl.kurenda.intake.folder.StableFiles;
import pl.kurenda.intake.source.Source;

/** One export in the folder of a server, from the first check until it is moved away there. Not thread-safe. */
final class SftpDrop implements RemoteDrop {
    private static final String RECEIPT = ".receipt.json";
    private static final String ERROR = ".error.txt";

    private final Source source;
    private final SftpFolder folder;
    private final String name;
    private final SftpFolder.Stamp stamp;
    private String target;

    SftpDrop(Source source, SftpFolder folder, String name, SftpFolder.Stamp stamp) {
        this.source = source;
        this.folder = folder;
        this.name = name;
        this.stamp = stamp;
    }

    @Override
    public Path copy() {
        return source.folders().in().resolve(name);
    }

    @Override
    public boolean filed(String filedName) {
        return folder.has("done/" + filedName);
    }

    @Override
    public boolean there() {
        return folder.stamp(name).filter(stamp::equals).isPresent();
    }

    /** Checks that the copy is complete and gives it the time of the original, by which a file is recognised. */
    void arrived() throws IOException {
        long size = Files.size(copy());
        if (size != stamp.size()) {
            throw new GenericFileOperationFailedException(
                    name + " has " + stamp.size() + " octets, of which " + size + " were fetched");
        }
        if (!there()) {
            throw new GenericFileOperationFailedException(name + " changed or went while it was fetched");
        }
        Files.setLastModifiedTime(copy(), FileTime.from(Instant.ofEpochMilli(stamp.modified())));
    }

    /**
     * The replies to upload before the file is moved away, by name below the folder; the receipt comes last. Empty if
     * the file is no longer there, because another node has moved it and replied.
     */
    Map<String, Path> answers(FileDisposition fileDisposition) throws IOException {
        Map<String, Path> answers = new LinkedHashMap<>();
        if (fileDisposition instanceof FileDisposition.Move move && there()) {
            boolean failed = move.target().startsWith(source.folders().failed());
            String wanted = move.target().getFileName().toString();
            String free = free(failed ? "failed/" : "done/", wanted, move.booked());
            target = (failed ? "failed/" : "done/") + free;
            for (Path answer : written(
                    failed ? source.folders().failed() : source.folders().out())) {
                String answerName = answer.getFileName().toString();
                String rest = answerName.substring(Math.min(wanted.length(), answerName.length()));
                answers.put((failed ? "failed/" : "out/") + (move.booked() ? answerName : free + rest), answer);
            }
        }
        return answers;
    }

    /** Moves the file away, unless another node has done so. */
    void putAway() {
        if (target == null || !there()) {
            return;
        }
        if (!folder.move(name, target) && there()) {
            throw new GenericFileOperationFailedException("Cannot move " + name + " to " + target);
        }
        if (source.markerFile()) {
            folder.delete(StableFiles.marker(copy()).getFileName().toString());
        }
    }

    /** Deletes the copy and unfinished uploads of replies. */
    static void sweep(Source source) throws IOException {
        for (Path work : List.of(
                source.folders().in(),
                source.folders().done(),
                source.folders().failed(),
                source.folders().out())) {
            for (Path file : files(work)) {
                Files.deleteIfExists(file);
            }
        }
    }

    private String free(String place, String wanted, boolean booked) {
        int dot = wanted.lastIndexOf('.') > 0 ? wanted.lastIndexOf('.') : wanted.length();
        String candidate = wanted;
        for (int n = 2; taken(place, candidate, booked); n++) {
            candidate = wanted.substring(0, dot) + "-" + n + wanted.substring(dot);
        }
        return candidate;
    }

    /**
     * Whether the name is taken. A file that the ledger has booked keeps its name for its replies. Any other file needs
     * a name whose receipt is free too.
     */
    private boolean taken(String place, String candidate, boolean booked) {
        boolean answered = !booked && place.startsWith("done") && folder.has("out/" + candidate + RECEIPT);
        return answered || folder.has(place + candidate);
    }

    private static List<Path> written(Path work) throws IOException {
        List<Path> answers = new ArrayList<>(files(work));
        answers.removeIf(file -> file.toString().endsWith(".tmp"));
        answers.sort(Comparator.comparing((Path file) -> isLast(file)).thenComparing(Comparator.naturalOrder()));
        return answers;
    }

    private static boolean isLast(Path file) {
        return file.toString().endsWith(RECEIPT) || file.toString().endsWith(ERROR);
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }
}
