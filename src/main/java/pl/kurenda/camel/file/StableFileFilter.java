package pl.kurenda.camel.file;

import java.io.File;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.component.file.GenericFileFilter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pl.kurenda.intake.folder.RetryPauses;
import pl.kurenda.intake.folder.StableFiles;
import pl.kurenda.intake.source.Source;

/** Shows the file component only those files of a source that are fully written and may be tried now. */
public final class StableFileFilter implements GenericFileFilter<File> {
    private static final Logger LOG = LoggerFactory.getLogger(StableFileFilter.class);

    private final Source source;
    private final StableFiles stable;
    private final RetryPauses pauses;
    private final Set<String> told = ConcurrentHashMap.newKeySet();

    public StableFileFilter(Source source, StableFiles stable, RetryPauses pauses) {
        this.source = source;
        this.stable = stable;
        this.pauses = pauses;
    }

    @Override
    public boolean accept(GenericFile<File> file) {
        if (file.isDirectory()) {
            return false;
        }
        Path path;
        try {
            path = file.getFile().toPath().toAbsolutePath().normalize();
        } catch (InvalidPathException e) {
            tell(file.getFileName());
            return false;
        }
        return stable.isReady(source, path) && pauses.mayTry(path);
    }

    /** Logs each name once. The file stays, and the other files in its folder are still taken. */
    private void tell(String name) {
        if (told.add(name)) {
            LOG.error(
                    "{}: a file whose name this machine's locale cannot read ({}) is left alone. Rename it, or start the"
                            + " daemon with LC_ALL=C.UTF-8.",
                    source.name(),
                    name.replaceAll("\\p{Cntrl}", "?"));
        }
    }
}
