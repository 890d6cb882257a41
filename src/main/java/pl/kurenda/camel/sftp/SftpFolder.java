package pl.kurenda.camel.sftp;

import com.jcraft.jsch.ChannelSftp;
import com.jcraft.jsch.SftpException;
import java.util.Optional;
import org.apache.camel.component.file.GenericFileOperationFailedException;
import org.apache.camel.component.file.GenericFileOperations;
import org.apache.camel.component.file.remote.SftpRemoteFile;
import org.apache.camel.util.ObjectHelper;

/** A folder of a server, through the connection of the route that watches it. */
@SuppressWarnings("rawtypes") // as in camel-ftp
final class SftpFolder {
    private final GenericFileOperations<SftpRemoteFile> operations;
    private final String path;

    SftpFolder(GenericFileOperations<SftpRemoteFile> operations, String path) {
        this.operations = operations;
        this.path = path;
    }

    /**
     * Shows whether a file has been written to.
     *
     * @param size in bytes
     * @param modified milliseconds since 1970; SFTP has a resolution of seconds
     */
    record Stamp(long size, long modified) {}

    /** Size and time of a file; empty if there is none. */
    Optional<Stamp> stamp(String name) {
        try {
            SftpRemoteFile[] files = operations.listFiles(below(name));
            return files.length == 1
                    ? Optional.of(new Stamp(files[0].getFileLength(), files[0].getLastModified()))
                    : Optional.empty();
        } catch (GenericFileOperationFailedException e) {
            if (isMissing(e)) {
                return Optional.empty();
            }
            throw e;
        }
    }

    boolean has(String name) {
        return stamp(name).isPresent();
    }

    /** Moves a file into a subfolder, which is made if it is missing. */
    boolean move(String name, String target) {
        int slash = target.lastIndexOf('/');
        operations.buildDirectory(below(target.substring(0, slash)), false);
        return operations.renameFile(below(name), below(target));
    }

    void delete(String name) {
        if (has(name)) {
            operations.deleteFile(below(name));
        }
    }

    private String below(String name) {
        return path.isEmpty() ? name : path + (path.endsWith("/") ? "" : "/") + name;
    }

    private static boolean isMissing(Exception e) {
        SftpException sftp = ObjectHelper.getException(SftpException.class, e);
        return sftp != null && sftp.id == ChannelSftp.SSH_FX_NO_SUCH_FILE;
    }
}
