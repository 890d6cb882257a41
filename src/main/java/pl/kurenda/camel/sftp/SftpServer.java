package pl.kurenda.camel.sftp;

import java.nio.file.Path;
import java.time.Duration;

/**
 * A folder on another machine, and how to reach it.
 *
 * @param key the settings that describe it, such as {@code kurenda.sources.waste}
 * @param user of the account
 * @param host name or address
 * @param port 1 to 65535
 * @param folder {@code /absolute}, or relative to the login folder; empty for the login folder itself
 * @param credentials how we log in
 * @param knownHosts server keys that are trusted
 * @param patience time-outs and poll interval
 */
public record SftpServer(
        String key,
        String user,
        String host,
        int port,
        String folder,
        Credentials credentials,
        Path knownHosts,
        Patience patience) {

    /**
     * How we log in: with a key, a password, or both.
     *
     * @param privateKey file; empty for none
     * @param passphrase of the key; empty for none
     * @param password empty for none
     */
    record Credentials(String privateKey, String passphrase, String password) {

        /** The SSH names of the authentication methods (RFC 4252 §7 and §8, RFC 4256). */
        String methods() {
            String byPassword = "password,keyboard-interactive";
            if (privateKey.isEmpty()) {
                return byPassword;
            }
            return password.isEmpty() ? "publickey" : "publickey," + byPassword;
        }

        /** Leaves out secrets. */
        @Override
        public String toString() {
            return methods();
        }
    }

    /**
     * Time-outs and poll interval.
     *
     * @param connect longest wait for a connection
     * @param answer longest wait for a response
     * @param poll pause between two checks of the folder
     */
    public record Patience(Duration connect, Duration answer, Duration poll) {}

    /** Host, port and folder, as in a Camel address. */
    String endpoint() {
        return (host.contains(":") ? "[" + host + "]" : host) + ":" + port + "/" + folder.replaceFirst("^/", "");
    }

    /** A text for people, without secrets. */
    @Override
    public String toString() {
        return "sftp://" + user + "@" + host + ":" + port + (folder.startsWith("/") ? folder : "/~/" + folder);
    }
}
