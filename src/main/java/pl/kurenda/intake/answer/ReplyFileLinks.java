package pl.kurenda.intake.answer;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;
import org.springframework.stereotype.Component;
import pl.kurenda.intake.source.Sources;

/** The answers in {@code out}, as long as they lie there. */
@Component
public class ReplyFileLinks {
    private final Sources sources;

    ReplyFileLinks(Sources sources) {
        this.sources = sources;
    }

    /** What answers there can be. */
    public enum Kind {
        /** The figures of a file. */
        RECEIPT(".receipt.json"),
        /** Its rejected rows. */
        REJECTED(".rejected.csv");

        private final String ending;

        Kind(String ending) {
            this.ending = ending;
        }

        /** The name of the answer to a file of that name. */
        public String nameFor(String filedName) {
            return filedName + ending;
        }
    }

    /** Whether it lies there as a file of its own. */
    public boolean stands(Kind kind, String source, String filedName) {
        return place(kind, source, filedName).isPresent();
    }

    /**
     * Opens an answer. A link is not followed: what lies in {@code out} may have been put there by another system.
     *
     * @param source name of the source
     * @param filedName of the file, as the ledger has it
     * @return nothing where there is none (any more)
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
                // a name with a slash in it would lead out of the folder
                .filter(path -> path.getFileName().toString().equals(kind.nameFor(filedName)))
                .filter(path -> Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS))
                .findFirst();
    }
}
