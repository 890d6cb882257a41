package pl.kurenda.camel.sftp;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** The servers in the settings. */
@Component
@EnableConfigurationProperties(SftpSettings.class)
public class SftpServers {
    private static final String SCHEME = "sftp:";
    private static final String EXAMPLE = "sftp://user@host:22/folder";
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(10);
    private static final int PORT = 22;

    private final Map<String, SftpServer> bySource = new TreeMap<>();
    private final SftpServer upload;
    private final Path home;

    /** @throws IllegalArgumentException with a sentence that names the key, the value and what is allowed */
    SftpServers(SftpSettings settings) {
        home = Path.of(settings.home().strip()).toAbsolutePath().normalize();
        settings.sources().forEach((name, source) -> {
            if (source.uri().strip().startsWith(SCHEME)) {
                String key = "kurenda.sources." + name;
                bySource.put(name, read(key, key + ".sftp", source.uri().strip(), source.sftp()));
            }
        });
        SftpSettings.Upload up = settings.report().upload();
        String key = "kurenda.report.upload";
        upload = up.uri().isBlank() ? null : read(key, key, up.uri().strip(), up.access());
    }

    /** The server that holds the exports of a source; empty if they are on this machine. */
    public Optional<SftpServer> of(String source) {
        return Optional.ofNullable(bySource.get(source));
    }

    /** The server that gets the reports. */
    public Optional<SftpServer> upload() {
        return Optional.ofNullable(upload);
    }

    /** @param key of the settings that describe it, such as {@code kurenda.sources.waste}. */
    SftpServer named(String key) {
        return Stream.concat(bySource.values().stream(), Stream.ofNullable(upload))
                .filter(server -> server.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(key + " describes no SFTP server"));
    }

    private SftpServer read(String key, String accessKey, String uri, SftpSettings.Access access) {
        URI parts = parts(key, uri);
        return new SftpServer(
                key,
                parts.getUserInfo(),
                parts.getHost().replaceAll("[\\[\\]]", ""),
                parts.getPort() < 0 ? PORT : parts.getPort(),
                folder(parts.getPath()),
                credentials(accessKey, access),
                knownHosts(accessKey, access.knownHosts()),
                new SftpServer.Patience(
                        within(accessKey + ".connect-timeout", access.connectTimeout(), LONGEST_WAIT),
                        within(accessKey + ".read-timeout", access.readTimeout(), LONGEST_WAIT),
                        within(accessKey + ".poll", access.poll(), Duration.ofHours(1))));
    }

    private static URI parts(String key, String uri) {
        try {
            URI parts = new URI(uri);
            boolean complete = "sftp".equals(parts.getScheme()) && parts.getHost() != null && parts.getPath() != null;
            String user = parts.getUserInfo();
            if (complete && user != null && !user.isBlank() && !user.contains(":") && isBare(parts)) {
                return parts;
            }
        } catch (URISyntaxException e) {
            throw wrong(key);
        }
        throw wrong(key);
    }

    private static boolean isBare(URI parts) {
        return parts.getQuery() == null && parts.getFragment() == null && parts.getPort() != 0;
    }

    /** The message does not repeat the value, because it may contain a password. */
    private static IllegalArgumentException wrong(String key) {
        return new IllegalArgumentException(key + ".uri does not name a folder of a server; allowed: " + EXAMPLE
                + " without password and options (the password has a key of its own)");
    }

    /** {@code /folder} is absolute, {@code /~/folder} starts at the login folder. */
    private static String folder(String path) {
        String plain = path.replaceAll("/+", "/").replaceAll("/$", "");
        return plain.startsWith("/~") ? plain.substring(2).replaceFirst("^/", "") : plain;
    }

    private SftpServer.Credentials credentials(String key, SftpSettings.Access access) {
        String file = access.privateKey().strip();
        if (file.isEmpty() && access.password().isEmpty()) {
            throw new IllegalArgumentException(key + ".private-key and " + key
                    + ".password are empty; allowed: the file of a private key, or a password, or both");
        }
        String path = file.isEmpty()
                ? ""
                : readable(key + ".private-key", file, "the file of a private key, as" + " ssh-keygen writes it")
                        .toString();
        return new SftpServer.Credentials(path, access.passphrase(), access.password());
    }

    private Path knownHosts(String key, String file) {
        return readable(
                key + ".known-hosts",
                file.strip(),
                "a file with the key of the server, as ssh-keyscan writes it; compare the key with what the owner of the"
                        + " server says");
    }

    private Path readable(String key, String file, String allowed) {
        Path path = home.resolve(file).normalize();
        if (!Files.isRegularFile(path) || !Files.isReadable(path)) {
            throw new IllegalArgumentException(
                    key + " is " + file + ", and " + path + " cannot be read; allowed: " + allowed);
        }
        return path;
    }

    private static Duration within(String key, Duration value, Duration longest) {
        if (value.compareTo(SECOND) < 0 || value.compareTo(longest) > 0) {
            throw new IllegalArgumentException(key + " is " + value + "; allowed: 1s to " + longest.toMinutes() + "m");
        }
        return value;
    }
}
