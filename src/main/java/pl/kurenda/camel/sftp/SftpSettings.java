package pl.kurenda.camel.sftp;

import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which folders are on other machines, and how to reach them. {@link SftpServers} checks the values.
 *
 * @param home folder that relative file names start from
 * @param sources the domain systems by name
 * @param report {@code kurenda.report.…}
 */
@ConfigurationProperties("kurenda")
record SftpSettings(
        @DefaultValue("") String home,
        @DefaultValue Map<String, Source> sources,
        @DefaultValue Report report) {

    /**
     * Settings of a source, {@code kurenda.sources.<name>.…}.
     *
     * @param uri {@code sftp://user@host:port/folder}, or a folder of this machine
     * @param sftp credentials and time-outs
     */
    record Source(
            @DefaultValue("") String uri, @DefaultValue Access sftp) {}

    /** Settings of the reports. */
    record Report(@DefaultValue Upload upload) {}

    /**
     * Where to upload the files for finance, {@code kurenda.report.upload.…}.
     *
     * @param uri {@code sftp://user@host:port/folder}; empty: no upload
     * @param privateKey see {@link Access}
     * @param passphrase see {@link Access}
     * @param password see {@link Access}
     * @param knownHosts see {@link Access}
     * @param connectTimeout see {@link Access}
     * @param readTimeout see {@link Access}
     * @param poll pause between two checks for new reports, 1 s to 1 h
     */
    record Upload(
            @DefaultValue("") String uri,
            @DefaultValue("") String privateKey,
            @DefaultValue("") String passphrase,
            @DefaultValue("") String password,
            @DefaultValue("known_hosts") String knownHosts,
            @DefaultValue("10s") Duration connectTimeout,
            @DefaultValue("30s") Duration readTimeout,
            @DefaultValue("1m") Duration poll) {

        Access access() {
            return new Access(privateKey, passphrase, password, knownHosts, connectTimeout, readTimeout, poll);
        }

        @Override
        public String toString() {
            return uri;
        }
    }

    /**
     * How to reach a server.
     *
     * @param privateKey file with the key of our account, as {@code ssh-keygen} writes it; empty for none
     * @param passphrase of the key; empty for none
     * @param password of our account; empty for none
     * @param knownHosts file with the keys of the servers, as OpenSSH writes it
     * @param connectTimeout longest wait for a connection, 1 s to 10 min
     * @param readTimeout longest wait for a response, 1 s to 10 min
     * @param poll pause between two checks of the folder, 1 s to 1 h
     */
    record Access(
            @DefaultValue("") String privateKey,
            @DefaultValue("") String passphrase,
            @DefaultValue("") String password,
            @DefaultValue("known_hosts") String knownHosts,
            @DefaultValue("10s") Duration connectTimeout,
            @DefaultValue("30s") Duration readTimeout,
            @DefaultValue("10s") Duration poll) {

        /** Leaves out secrets. */
        @Override
        public String toString() {
            return knownHosts;
        }
    }
}
