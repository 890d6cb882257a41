package pl.kurenda.camel.smpp;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * A certificate authority and the certificates it signed, made for each run by the keytool of the JDK that runs the
 * tests.
 */
final class CertificateAuthorityFixture {

    private static final char[] PASSWORD = "changeit".toCharArray();

    private final Path folder;
    private final Path store;

    /** @param folder for the keys, which are deleted with it */
    CertificateAuthorityFixture(Path folder) throws Exception {
        this.folder = folder;
        this.store = folder.resolve("keys.p12");
        make("authority", "-ext", "bc:c");
    }

    /** Signs a certificate for this host; {@code more} are options of keytool. */
    void sign(String alias, String host, String... more) throws Exception {
        List<String> options = new ArrayList<>(List.of("-signer", "authority", "-ext", "san=dns:" + host));
        options.addAll(List.of(more));
        make(alias, options.toArray(String[]::new));
    }

    private void make(String alias, String... more) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(), "-genkeypair"));
        command.addAll(
                List.of("-alias", alias, "-dname", "CN=" + alias, "-keyalg", "EC", "-keystore", store.toString()));
        command.addAll(List.of("-storepass", new String(PASSWORD)));
        command.addAll(List.of(more));
        Path words = folder.resolve("keytool.log");
        Process keytool = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(words.toFile())
                .start();
        if (keytool.waitFor() != 0) {
            throw new IllegalStateException(Files.readString(words));
        }
    }

    /** The certificate as a file, in the form an operator hands out. */
    Path certificate(String alias) throws Exception {
        return pem(alias + ".crt", "CERTIFICATE", load().getCertificate(alias).getEncoded());
    }

    Path privateKey(String alias) throws Exception {
        return pem(alias + ".key", "PRIVATE KEY", load().getKey(alias, PASSWORD).getEncoded());
    }

    private Path pem(String name, String what, byte[] content) throws Exception {
        String text = Base64.getMimeEncoder().encodeToString(content);
        return Files.writeString(
                folder.resolve(name),
                "-----BEGIN %1$s-----%n%2$s%n-----END %1$s-----%n".formatted(what, text),
                StandardCharsets.US_ASCII);
    }

    /** For a server that shows this certificate, and accepts client certificates of the authority. */
    SSLContext server(String alias) throws Exception {
        KeyStore own = KeyStore.getInstance("PKCS12");
        own.load(null, null);
        own.setKeyEntry(alias, load().getKey(alias, PASSWORD), PASSWORD, load().getCertificateChain(alias));
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(own, PASSWORD);
        KeyStore authorities = KeyStore.getInstance("PKCS12");
        authorities.load(null, null);
        authorities.setCertificateEntry("authority", load().getCertificate("authority"));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(authorities);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
        return context;
    }

    private KeyStore load() throws Exception {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream input = Files.newInputStream(store)) {
            keys.load(input, PASSWORD);
        }
        return keys;
    }
}
