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
 * Shows camel-ftp only those files of a source that are fully written and may be tried now, and moves each file to
 * where intake decides. Camel's own means are not enough, for the reasons given in {@link FileDispositionStrategy}.
 */
@SuppressWarnings("rawtypes")
public // as in camel-ftp
final class SftpDispositionStrategy
        implements GenericFileFilter<SftpRemoteFile>, GenericFileProcessStrategy<SftpRemoteFile> {
    /** The exchange property that holds the {@link SftpDrop}. */
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

    /**
     * Whether the name is also a plain file name here. A server may be hostile, and JSch treats some characters as
     * patterns.
     */
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

    /** Deletes what an earlier run has left behind. The server still has the files. */
    @Override
    public void prepareOnStartup(
            GenericFileOperations<SftpRemoteFile> operations, GenericFileEndpoint<SftpRemoteFile> endpoint) {
        sweep();
    }

    /**
     * Checks the file again. Files are listed once per poll and taken one after another, so this one may have changed
     * or gone since.
     */
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
        // the file stays for the next poll
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
