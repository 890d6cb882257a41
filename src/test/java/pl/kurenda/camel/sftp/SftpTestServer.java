package pl.kurenda.camel.sftp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.sshd.common.config.keys.AuthorizedKeyEntry;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.sftp.server.FileHandle;
import org.apache.sshd.sftp.server.SftpFileSystemAccessor;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;
import org.apache.sshd.sftp.server.SftpSubsystemProxy;

/** An SFTP server with its own folder, which fails on request. User gmina, password sekret. */
public final class SftpTestServer implements AutoCloseable {
    static final String USER = "gmina";
    public static final String PASSWORD = "sekret";

    public final Path root;
    final int port;
    /** Bytes that may still be read before every connection is cut; negative: no limit. */
    public final AtomicLong readsLeft = new AtomicLong(-1);

    /** What happens when {@link #readsLeft} is used up: the connections are cut. */
    public volatile Runnable whenSpent = this::cutConnections;
    /** Bytes that may still be written before the disk is full; negative: no limit. */
    public final AtomicLong room = new AtomicLong(-1);

    public final AtomicInteger opened = new AtomicInteger();
    public volatile boolean refuseWrites;
    public volatile Consumer<Path> beforeRead = file -> {};
    private volatile KeyPair hostKey = newKey();
    private volatile String authorizedKey;
    private SshServer server;

    SftpTestServer(Path root) throws IOException {
        this.root = root;
        for (String folder : List.of("in", "reports")) {
            Files.createDirectories(root.resolve(folder));
        }
        server = start(0);
        port = server.getPort();
    }

    private SshServer start(int onPort) throws IOException {
        SshServer made = SshServer.setUpDefaultServer();
        made.setHost("127.0.0.1");
        made.setPort(onPort);
        made.setKeyPairProvider(KeyPairProvider.wrap(hostKey));
        made.setPasswordAuthenticator((user, password, session) -> user.equals(USER) && password.equals(PASSWORD));
        made.setPublickeyAuthenticator(
                (user, key, session) -> authorizedKey != null && KeyUtils.compareKeys(key, resolve(authorizedKey)));
        made.setFileSystemFactory(new VirtualFileSystemFactory(root));
        made.setSubsystemFactories(List.of(new SftpSubsystemFactory.Builder()
                .withFileSystemAccessor(new Failing())
                .build()));
        made.start();
        return made;
    }

    private static java.security.PublicKey resolve(String line) {
        try {
            return AuthorizedKeyEntry.parseAuthorizedKeyEntry(line).resolvePublicKey(null, null);
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Authorizes this public key, as ssh-keygen writes it. */
    void authorize(String line) {
        authorizedKey = line.strip();
    }

    public void stop() throws IOException {
        server.stop(true);
    }

    public void restart() throws IOException {
        server = start(port);
    }

    public void changeHostKey() {
        hostKey = newKey();
    }

    void cutConnections() {
        server.getActiveSessions().forEach(session -> session.close(true));
    }

    /** The line of known_hosts for this server. */
    public String knownHostsLine() {
        return "[127.0.0.1]:" + port + " " + PublicKeyEntry.toString(hostKey.getPublic()) + "\n";
    }

    String uri(String folder) {
        return "sftp://" + USER + "@127.0.0.1:" + port + "/" + folder;
    }

    /** Puts a complete file there in one step. */
    public Path drop(String folder, String name, String text) throws IOException {
        Path half = root.resolve(folder).resolve("." + name + ".part");
        Files.write(half, text.getBytes(StandardCharsets.UTF_8));
        return Files.move(half, half.resolveSibling(name), StandardCopyOption.ATOMIC_MOVE);
    }

    public List<String> names(String folder) {
        Path path = root.resolve(folder);
        if (!Files.isDirectory(path)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(path)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        server.stop(true);
    }

    private static KeyPair newKey() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(256);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private final class Failing implements SftpFileSystemAccessor {
        @Override
        public SeekableByteChannel openFile(
                SftpSubsystemProxy subsystem,
                FileHandle fileHandle,
                Path file,
                String handle,
                Set<? extends OpenOption> options,
                FileAttribute<?>... attrs)
                throws IOException {
            boolean writing = options.contains(StandardOpenOption.WRITE);
            if (writing && refuseWrites) {
                throw new AccessDeniedException(file.toString());
            }
            if (!writing) {
                opened.incrementAndGet();
                beforeRead.accept(file);
            }
            return new Channel(
                    SftpFileSystemAccessor.super.openFile(subsystem, fileHandle, file, handle, options, attrs));
        }
    }

    private final class Channel implements SeekableByteChannel {
        private final SeekableByteChannel real;

        Channel(SeekableByteChannel real) {
            this.real = real;
        }

        @Override
        public int read(ByteBuffer target) throws IOException {
            int count = real.read(target);
            if (readsLeft.get() >= 0 && count > 0 && readsLeft.addAndGet(-count) < 0) {
                readsLeft.set(-1);
                whenSpent.run();
                throw new IOException("cut");
            }
            return count;
        }

        @Override
        public int write(ByteBuffer octets) throws IOException {
            if (room.get() >= 0 && room.get() < octets.remaining()) {
                throw new IOException("No space left on device");
            }
            room.updateAndGet(left -> left < 0 ? left : left - octets.remaining());
            return real.write(octets);
        }

        @Override
        public long position() throws IOException {
            return real.position();
        }

        @Override
        public SeekableByteChannel position(long to) throws IOException {
            real.position(to);
            return this;
        }

        @Override
        public long size() throws IOException {
            return real.size();
        }

        @Override
        public SeekableByteChannel truncate(long size) throws IOException {
            real.truncate(size);
            return this;
        }

        @Override
        public boolean isOpen() {
            return real.isOpen();
        }

        @Override
        public void close() throws IOException {
            real.close();
        }
    }
}
