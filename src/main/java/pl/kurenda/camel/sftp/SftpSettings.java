package pl.kurenda.camel.sftp;

import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which folders lie on other machines, and how these are spoken to; {@link SftpServers} checks it.
 *
 * @param home where a relative file name starts
 * @param sources the domain systems by name
 * @param report {@code kurenda.report.…}
 */
@ConfigurationProperties("kurenda")
record SftpSettings(
        @DefaultValue("") String home,
        @DefaultValue Map<String, Source> sources,
        @DefaultValue Report report) {

    /**
     * Of a source, {@code kurenda.sources.<name>.…}.
     *
     * @param uri {@code sftp://user@host:port/folder}, or a folder of this machine
     * @param sftp credentials and patience
     */
    record Source(
            @DefaultValue("") String uri, @DefaultValue Access sftp) {}

    /** Of the reports. */
    record Report(@DefaultValue Upload upload) {}

    /**
     * Where finance wants its files, {@code kurenda.report.upload.…}.
     *
     * @param uri {@code sftp://user@host:port/folder}; empty: nowhere
     * @param privateKey see {@link Access}
     * @param passphrase see {@link Access}
     * @param password see {@link Access}
     * @param knownHosts see {@link Access}
     * @param connectTimeout see {@link Access}
     * @param readTimeout see {@link Access}
     * @param poll pause between two looks for new reports, 1 s to 1 h
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
     * How a server is spoken to.
     *
     * @param privateKey file with the key of our account, as {@code ssh-keygen} writes it; empty for none
     * @param passphrase of the key; empty for none
     * @param password of our account; empty for none
     * @param knownHosts file with the keys of the servers, as OpenSSH writes it
     * @param connectTimeout how long a connection may take, 1 s to 10 min
     * @param readTimeout how long an answer is waited for, 1 s to 10 min
     * @param poll pause between two looks into the folder, 1 s to 1 h
     */
    record Access(
            @DefaultValue("") String privateKey,
            @DefaultValue("") String passphrase,
            @DefaultValue("") String password,
            @DefaultValue("known_hosts") String knownHosts,
            @DefaultValue("10s") Duration connectTimeout,
            @DefaultValue("30s") Duration readTimeout,
            @DefaultValue("10s") Duration poll) {

        /** Without secrets. */
        @Override
        public String toString() {
            return knownHosts;
        }
    }
}
