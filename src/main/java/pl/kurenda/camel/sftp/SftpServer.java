package pl.kurenda.camel.sftp;

import java.nio.file.Path;
import java.time.Duration;

/**
 * A folder on another machine, and how it is reached.
 *
 * @param key the settings that describe it, such as {@code kurenda.sources.waste}
 * @param user of the account
 * @param host name or address
 * @param port 1 to 65535
 * @param folder {@code /absolute}, or from the login folder on; empty for the login folder itself
 * @param credentials what proves who we are
 * @param knownHosts keys of the servers that are believed
 * @param patience how long is waited
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
     * What proves who we are; one of key and password, or both.
     *
     * @param privateKey file; empty for none
     * @param passphrase of the key; empty for none
     * @param password empty for none
     */
    record Credentials(String privateKey, String passphrase, String password) {

        /** What SSH calls the methods of authentication (RFC 4252 §7 and §8, RFC 4256). */
        String methods() {
            String byPassword = "password,keyboard-interactive";
            if (privateKey.isEmpty()) {
                return byPassword;
            }
            return password.isEmpty() ? "publickey" : "publickey," + byPassword;
        }

        /** Without secrets. */
        @Override
        public String toString() {
            return methods();
        }
    }

    /**
     * How long is waited.
     *
     * @param connect for a connection
     * @param answer for an answer
     * @param poll between two looks into the folder
     */
    public record Patience(Duration connect, Duration answer, Duration poll) {}

    /** Host, port and folder, as an address of Camel has them. */
    String endpoint() {
        return (host.contains(":") ? "[" + host + "]" : host) + ":" + port + "/" + folder.replaceFirst("^/", "");
    }

    /** Without secrets, for people. */
    @Override
    public String toString() {
        return "sftp://" + user + "@" + host + ":" + port + (folder.startsWith("/") ? folder : "/~/" + folder);
    }
}
