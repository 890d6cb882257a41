package pl.kurenda.camel.sftp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.apache.camel.Exchange;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.component.file.GenericFileEndpoint;
import org.apache.camel.component.file.GenericFileFilter;
import org.apache.camel.component.file.GenericFileOperations;
import org.apache.camel.component.file.GenericFileProcessStrategy;
import org.apache.camel.component.file.remote.SftpRemoteFile;
import pl.kurenda.camel.file.FileDispositionStrategy;
import pl.kurenda.intake.FileDisposition;
import pl.kurenda.intake.Intake;
import pl.kurenda.intake.folder.RetryPauses;
import pl.kurenda.intake.folder.StableFiles;
import pl.kurenda.intake.source.Source;

/**
 * Shows camel-ftp only the files of a source that have been written to their end and may be tried now, and moves each
 * where intake says. Camel's own means do not do, for the reasons given in {@link FileDispositionStrategy}.
 */
@SuppressWarnings("rawtypes")
public // as camel-ftp has it
final class SftpDispositionStrategy
        implements GenericFileFilter<SftpRemoteFile>, GenericFileProcessStrategy<SftpRemoteFile> {
    /** Under this name an exchange carries its {@link SftpDrop}. */
    static final String DROP = "kurendaDrop";

    private final Source source;
    private final StableFiles stable;
    private final Intake intake;
    private final RetryPauses pauses;
    private final SftpErrorReporter troubles;

    public SftpDispositionStrategy(
            Source source, StableFiles stable, Intake intake, RetryPauses pauses, SftpErrorReporter troubles) {
        this.intake = intake;
        this.source = source;
        this.stable = stable;
        this.pauses = pauses;
        this.troubles = troubles;
    }

    @Override
    public boolean accept(GenericFile<SftpRemoteFile> file) {
        if (file.isDirectory() || !isPlain(file.getFileNameOnly())) {
            return false;
        }
        Path copy = source.folders().in().resolve(file.getFileNameOnly());
        return stable.isReady(
                        source, copy, file.getFileLength(), java.time.Instant.ofEpochMilli(file.getLastModified()))
                && pauses.mayTry(copy);
    }

    /** Whether the name is one here as well: a server may be hostile, and JSch takes some signs for patterns. */
    private boolean isPlain(String name) {
        boolean plain = false;
        try {
            plain = !name.matches(".*[*?\\\\/\\x00].*") && Path.of(name).getNameCount() == 1;
        } catch (InvalidPathException e) {
            troubles.sayOfName(name);
            return false;
        }
        if (!plain) {
            troubles.sayOfName(name);
        }
        return plain;
    }

    /** What an earlier life has left behind is of no use: the server has the file still. */
    @Override
    public void prepareOnStartup(
            GenericFileOperations<SftpRemoteFile> operations, GenericFileEndpoint<SftpRemoteFile> endpoint) {
        sweep();
    }

    /** Files are listed once a poll, and taken one after another: this one may have changed or gone since. */
    @Override
    public boolean begin(
            GenericFileOperations<SftpRemoteFile> operations,
            GenericFileEndpoint<SftpRemoteFile> endpoint,
            Exchange exchange,
            GenericFile<SftpRemoteFile> file) {
        sweep();
        String name = file.getFileNameOnly();
        SftpFolder folder =
                new SftpFolder(operations, endpoint.getConfiguration().getDirectory());
        SftpDrop drop =
                new SftpDrop(source, folder, name, new SftpFolder.Stamp(file.getFileLength(), file.getLastModified()));
        exchange.setProperty(DROP, drop);
        boolean marked = !source.markerFile()
                || folder.has(StableFiles.marker(drop.copy()).getFileName().toString());
        return marked && drop.there();
    }

    @Override
    public void abort(
            GenericFileOperations<SftpRemoteFile> operations,
            GenericFileEndpoint<SftpRemoteFile> endpoint,
            Exchange exchange,
            GenericFile<SftpRemoteFile> file) {
        // it stays for the next poll
    }

    @Override
    public void commit(
            GenericFileOperations<SftpRemoteFile> operations,
            GenericFileEndpoint<SftpRemoteFile> endpoint,
            Exchange exchange,
            GenericFile<SftpRemoteFile> file) {
        SftpDrop drop = exchange.getProperty(DROP, SftpDrop.class);
        try {
            FileDisposition fileDisposition = exchange.getMessage().getMandatoryBody(FileDisposition.class);
            drop.putAway();
            if (fileDisposition instanceof FileDisposition.Leave) {
                pauses.left(drop.copy());
            } else {
                pauses.forget(drop.copy());
            }
            sweep();
        } catch (Exception e) {
            failed(drop, e);
        }
    }

    @Override
    public void rollback(
            GenericFileOperations<SftpRemoteFile> operations,
            GenericFileEndpoint<SftpRemoteFile> endpoint,
            Exchange exchange,
            GenericFile<SftpRemoteFile> file) {
        failed(exchange.getProperty(DROP, SftpDrop.class), exchange.getException());
    }

    private void failed(SftpDrop drop, Exception cause) {
        troubles.say(cause);
        intake.giveUp(drop.copy());
        pauses.failed(drop.copy());
    }

    private void sweep() {
        try {
            SftpDrop.sweep(source);
        } catch (IOException e) {
            throw new UncheckedIOException("the work folders of " + source + " cannot be swept", e);
        }
    }
}
