package pl.kurenda.camel.sftp;

import com.jcraft.jsch.JSch;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.KeyPair;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import pl.kurenda.camel.IntakeNode;
import pl.kurenda.ledger.batch.Batches;

/** A server and nodes that watch its folder {@code in} for the source waste. */
public final class SftpRig implements AutoCloseable {
    public static final String HEADER = "telefon;kwota;nazwa\n";
    public static final String GOOD = "501234567;12,50;Jan\n";

    final Path folder;
    public final Path knownHosts;
    public final SftpTestServer server;
    private final List<IntakeNode> nodes = new ArrayList<>();

    public SftpRig(Path folder) throws IOException {
        this.folder = folder;
        this.server = new SftpTestServer(Files.createDirectories(folder.resolve("server")));
        this.knownHosts = Files.writeString(folder.resolve("known_hosts"), server.knownHostsLine());
    }

    /** A daemon with its own home, which logs in by password unless the properties say otherwise. */
    public IntakeNode node(String name, Batches batches, String... properties) throws IOException {
        List<String> all = new ArrayList<>(settings("kurenda.sources.waste", "in"));
        all.add("kurenda.node=" + name);
        all.add("kurenda.sources.waste.sftp.poll=1s");
        all.add("kurenda.sources.waste.sftp.connect-timeout=2s");
        all.add("kurenda.sources.waste.sftp.read-timeout=2s");
        all.add("logging.level.pl.kurenda.camel.sftp.SftpTroubles=debug");
        all.addAll(List.of(properties));
        Path home = Files.createDirectories(folder.resolve("home-" + name));
        IntakeNode node = new IntakeNode(home, batches, all.toArray(String[]::new));
        nodes.add(node);
        return node;
    }

    public List<String> settings(String key, String serverFolder) {
        String access = key.endsWith("upload") ? key : key + ".sftp";
        return List.of(
                key + ".uri=" + server.uri(serverFolder),
                access + ".password=" + SftpTestServer.PASSWORD,
                access + ".known-hosts=" + knownHosts);
    }

    /** Makes a key for the account, authorizes it, and returns its file. */
    public Path key(String passphrase) throws IOException, JSchException {
        KeyPair pair = KeyPair.genKeyPair(new JSch(), KeyPair.RSA, 2048);
        Path file = folder.resolve("id_rsa");
        pair.writePrivateKey(
                file.toString(), passphrase.isEmpty() ? null : passphrase.getBytes(StandardCharsets.UTF_8));
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        pair.writePublicKey(line, "kurenda");
        server.authorize(line.toString(StandardCharsets.UTF_8));
        return file;
    }

    @Override
    public void close() throws IOException {
        nodes.forEach(IntakeNode::close);
        server.close();
    }
}
