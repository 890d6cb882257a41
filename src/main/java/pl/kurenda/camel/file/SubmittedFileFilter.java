package pl.kurenda.camel.file;

import java.io.File;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.component.file.GenericFileFilter;
import pl.kurenda.intake.folder.RetryPauses;

/**
 * Shows the file component the submitted files. They are renamed into place when complete, so there is no need to check
 * that they have stopped changing.
 */
public final class SubmittedFileFilter implements GenericFileFilter<File> {
    private static final String NAME = "[a-z2-7]{26}(\\.rows)?\\.(csv|xlsx)";

    private final RetryPauses pauses;

    public SubmittedFileFilter(RetryPauses pauses) {
        this.pauses = pauses;
    }

    @Override
    public boolean accept(GenericFile<File> file) {
        return !file.isDirectory()
                && file.getFileNameOnly().matches(NAME)
                && pauses.mayTry(file.getFile().toPath().toAbsolutePath().normalize());
    }
}
