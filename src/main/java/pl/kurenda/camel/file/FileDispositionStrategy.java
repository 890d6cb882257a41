package pl.kurenda.camel.file;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.camel.Exchange;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.component.file.GenericFileEndpoint;
import org.apache.camel.component.file.GenericFileOperationFailedException;
import org.apache.camel.component.file.GenericFileOperations;
import org.apache.camel.component.file.GenericFileProcessStrategy;
import org.springframework.stereotype.Component;
import pl.kurenda.intake.FileDisposition;
import pl.kurenda.intake.Intake;
import pl.kurenda.intake.folder.RetryPauses;

/**
 * Moves a dropped file to where intake decides. Camel's own {@code move} is not enough: it sees the file instead of the
 * result of the route, deletes a file that has the target's name, and cannot leave a file in place without an error.
 */
@Component("fileDisposition")
public class FileDispositionStrategy implements GenericFileProcessStrategy<File> {
    private final Intake intake;
    private final RetryPauses pauses;

    FileDispositionStrategy(Intake intake, RetryPauses pauses) {
        this.intake = intake;
        this.pauses = pauses;
    }

    @Override
    public void prepareOnStartup(GenericFileOperations<File> operations, GenericFileEndpoint<File> endpoint) {
        // Sources has already made the folders
    }

    /**
     * Checks the file again. Files are listed once per poll and taken one after another, so this one may have changed
     * or gone since.
     */
    @Override
    public boolean begin(
            GenericFileOperations<File> operations,
            GenericFileEndpoint<File> endpoint,
            Exchange exchange,
            GenericFile<File> file) {
        return endpoint.getFilter().accept(file);
    }

    @Override
    public void abort(
            GenericFileOperations<File> operations,
            GenericFileEndpoint<File> endpoint,
            Exchange exchange,
            GenericFile<File> file) {
        // the file stays for the next poll
    }

    @Override
    public void commit(
            GenericFileOperations<File> operations,
            GenericFileEndpoint<File> endpoint,
            Exchange exchange,
            GenericFile<File> file) {
        Path path = path(file);
        try {
            FileDisposition fileDisposition = exchange.getMessage().getMandatoryBody(FileDisposition.class);
            if (fileDisposition instanceof FileDisposition.Move move) {
                move(operations, path, move);
            }
            if (fileDisposition instanceof FileDisposition.Leave) {
                pauses.left(path);
            } else {
                pauses.forget(path);
            }
        } catch (Exception e) {
            pauses.failed(path);
            throw new GenericFileOperationFailedException("Cannot put away " + path, e);
        }
    }

    @Override
    public void rollback(
            GenericFileOperations<File> operations,
            GenericFileEndpoint<File> endpoint,
            Exchange exchange,
            GenericFile<File> file) {
        intake.giveUp(path(file));
        pauses.failed(path(file));
    }

    private static void move(GenericFileOperations<File> operations, Path from, FileDisposition.Move move) {
        if (Files.exists(move.target())) {
            throw new GenericFileOperationFailedException("There is a file already: " + move.target());
        }
        boolean moved = operations.renameFile(from.toString(), move.target().toString());
        if (!moved && Files.exists(from)) {
            throw new GenericFileOperationFailedException("Cannot move " + from + " to " + move.target());
        }
        move.marker().ifPresent(marker -> operations.deleteFile(marker.toString()));
    }

    private static Path path(GenericFile<File> file) {
        return file.getFile().toPath().toAbsolutePath().normalize();
    }
}
