package pl.kurenda.camel;

import java.io.File;
import java.nio.file.Path;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.component.file.GenericFileFilter;
import pl.kurenda.intake.RetryPauses;
import pl.kurenda.intake.Source;
import pl.kurenda.intake.StableFiles;

/** Shows the file component only the files of a source that have been written to their end and may be tried now. */
final class StableFileFilter implements GenericFileFilter<File> {
    private final Source source;
    private final StableFiles stable;
    private final RetryPauses pauses;

    StableFileFilter(Source source, StableFiles stable, RetryPauses pauses) {
        this.source = source;
        this.stable = stable;
        this.pauses = pauses;
    }

    @Override
    public boolean accept(GenericFile<File> file) {
        if (file.isDirectory()) {
            return false;
        }
        Path path = file.getFile().toPath().toAbsolutePath().normalize();
        return stable.isReady(source, path) && pauses.mayTry(path);
    }
}
