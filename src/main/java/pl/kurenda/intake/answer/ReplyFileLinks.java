package pl.kurenda.intake.answer;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;
import org.springframework.stereotype.Component;
import pl.kurenda.intake.source.Sources;

/** Finds and opens reply files in {@code out}, as long as they are there. */
@Component
public class ReplyFileLinks {
    private final Sources sources;

    ReplyFileLinks(Sources sources) {
        this.sources = sources;
    }

    /** The kinds of reply files. */
    public enum Kind {
        /** The receipt with the figures of a file. */
        RECEIPT(".receipt.json"),
        /** The rejected rows of a file. */
        REJECTED(".rejected.csv");

        private final String ending;

        Kind(String ending) {
            this.ending = ending;
        }

        /** Returns the name of the reply file for a file of this name. */
        public String nameFor(String filedName) {
            return filedName + ending;
        }
    }

    /** Whether the reply file exists as a regular file. */
    public boolean stands(Kind kind, String source, String filedName) {
        return place(kind, source, filedName).isPresent();
    }

    /**
     * Opens a reply file. Links are not followed, because another system may have put a file into {@code out}.
     *
     * @param kind of the reply file
     * @param source name of the source
     * @param filedName of the file, as the ledger has it
     * @return the contents, or nothing if the file does not exist (any more)
     * @throws IOException if it cannot be read
     */
    public Optional<InputStream> open(Kind kind, String source, String filedName) throws IOException {
        Optional<Path> place = place(kind, source, filedName);
        return place.isEmpty()
                ? Optional.empty()
                : Optional.of(Files.newInputStream(place.get(), LinkOption.NOFOLLOW_LINKS));
    }

    private Optional<Path> place(Kind kind, String source, String filedName) {
        return sources.outs(source).stream()
                .map(out -> out.resolve(kind.nameFor(filedName)))
                // a name with a slash could lead out of the folder
                .filter(path -> path.getFileName().toString().equals(kind.nameFor(filedName)))
                .filter(path -> Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS))
                .findFirst();
    }
}
