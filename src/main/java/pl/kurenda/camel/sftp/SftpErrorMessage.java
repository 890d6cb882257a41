package pl.kurenda.camel.sftp;

import com.jcraft.jsch.ChannelSftp;
import com.jcraft.jsch.JSchChangedHostKeyException;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.JSchUnknownHostKeyException;
import com.jcraft.jsch.SftpException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import org.apache.camel.component.file.GenericFileOperationFailedException;
import org.apache.camel.util.ObjectHelper;

/** Describes a problem with a server in words that an administrator understands. */
final class SftpErrorMessage {
    private SftpErrorMessage() {}

    /** One or two sentences, without secrets and without the content of files. */
    static String of(Throwable trouble, SftpServer server) {
        if (has(JSchChangedHostKeyException.class, trouble)) {
            return server + " shows another key than the one in " + server.knownHosts()
                    + ". Nothing is exchanged with it. Ask its owner before you replace the key there.";
        }
        if (has(JSchUnknownHostKeyException.class, trouble)) {
            return server + " shows a key that is not in " + server.knownHosts()
                    + ". Nothing is exchanged with it. Add the key once its owner has confirmed it.";
        }
        SftpException sftp = ObjectHelper.getException(SftpException.class, trouble);
        return sftp != null && !lost(trouble) ? refused(sftp, server) : connection(trouble, server);
    }

    private static String refused(SftpException e, SftpServer server) {
        return switch (e.id) {
            case ChannelSftp.SSH_FX_NO_SUCH_FILE -> server + " has no such file or folder (" + e.getMessage() + ").";
            case ChannelSftp.SSH_FX_PERMISSION_DENIED ->
                server + " denies permission (" + e.getMessage() + "). Give the account the right to read, write and"
                        + " rename in the folder.";
            default ->
                server + " could not do what was asked (" + e.getMessage() + "), for example because its disk is full.";
        };
    }

    private static String connection(Throwable trouble, SftpServer server) {
        String message = messages(trouble);
        if (message.contains("Auth fail") || message.contains("Auth cancel") || message.contains("USERAUTH fail")) {
            return server + " refuses the login of its user. Check private-key and password.";
        }
        if (message.contains("invalid privatekey") || has(FileNotFoundException.class, trouble)) {
            return "The private key for " + server + " cannot be read; check the file and its passphrase.";
        }
        if (has(SocketTimeoutException.class, trouble) || message.contains("timeout")) {
            return server + " did not answer in time.";
        }
        if (has(ConnectException.class, trouble)
                || has(UnknownHostException.class, trouble)
                || has(NoRouteToHostException.class, trouble)) {
            return server + " cannot be reached.";
        }
        if (lost(trouble)) {
            return "The connection to " + server + " was lost.";
        }
        return "Files of " + server + " could not be dealt with: " + technical(trouble);
    }

    private static boolean lost(Throwable trouble) {
        SftpException sftp = ObjectHelper.getException(SftpException.class, trouble);
        return has(IOException.class, trouble)
                || has(JSchException.class, trouble)
                || has(IndexOutOfBoundsException.class, sftp);
    }

    /** Names a database error by its kind only, because its message may hold the data of a row. */
    private static String technical(Throwable trouble) {
        return trouble instanceof GenericFileOperationFailedException
                ? trouble.getMessage()
                : trouble.getClass().getSimpleName();
    }

    private static String messages(Throwable trouble) {
        StringBuilder all = new StringBuilder();
        for (Throwable t = trouble; t != null; t = t.getCause()) {
            all.append(t.getMessage()).append('\n');
        }
        return all.toString();
    }

    private static boolean has(Class<? extends Throwable> type, Throwable trouble) {
        return trouble != null && ObjectHelper.getException(type, trouble) != null;
    }
}
