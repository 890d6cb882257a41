package pl.kurenda.camel.smpp;

import java.io.IOException;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.springframework.boot.ssl.NoSuchSslBundleException;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.boot.ssl.SslOptions;
import pl.kurenda.delivery.account.SmscAccount;

/**
 * TLS to one SMSC. Its certificate must be for the host, and from an authority that the bundle of the account trusts,
 * or the JVM if the account names no bundle.
 *
 * @param account whose settings apply
 * @param bundles looked up at each connection, so that a renewed certificate is used
 */
record SmppTls(SmscAccount account, SslBundles bundles) {

    /** @throws IllegalArgumentException if there is no such bundle, or its files cannot be read */
    SmppTls {
        String name = account.settings().sslBundle();
        if (name != null) {
            try {
                bundles.getBundle(name).createSslContext();
            } catch (NoSuchSslBundleException unknown) {
                throw wrong(account, name, "", unknown);
            } catch (RuntimeException unusable) {
                throw wrong(account, name, " that can be read, but: " + unusable.getMessage(), unusable);
            }
        }
    }

    private static IllegalArgumentException wrong(SmscAccount account, String name, String more, Exception why) {
        return new IllegalArgumentException(
                account.prefix() + ".ssl-bundle is '" + name + "'; allowed: the name of a bundle under"
                        + " spring.ssl.bundle.pem or spring.ssl.bundle.jks" + more,
                why);
    }

    /** Creates a socket that is not connected yet. */
    SSLSocket socket() throws IOException {
        String name = account.settings().sslBundle();
        if (name == null) {
            return (SSLSocket) standard().getSocketFactory().createSocket();
        }
        SslBundle bundle = bundles.getBundle(name);
        SSLSocket socket =
                (SSLSocket) bundle.createSslContext().getSocketFactory().createSocket();
        SslOptions options = bundle.getOptions();
        if (options.getCiphers() != null) {
            socket.setEnabledCipherSuites(options.getCiphers());
        }
        if (options.getEnabledProtocols() != null) {
            socket.setEnabledProtocols(options.getEnabledProtocols());
        }
        return socket;
    }

    private static SSLContext standard() throws IOException {
        try {
            return SSLContext.getDefault();
        } catch (NoSuchAlgorithmException unusable) {
            throw new IOException("the trust store of the JVM cannot be used: " + unusable.getMessage(), unusable);
        }
    }

    /**
     * Does the TLS handshake on a connected socket.
     *
     * @param timeout longest silence of the SMSC
     * @throws IOException with a sentence that says what is wrong and what to do
     */
    void shakeHands(SSLSocket socket, Duration timeout) throws IOException {
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        socket.setSoTimeout((int) timeout.toMillis());
        try {
            socket.startHandshake();
        } catch (IOException failed) {
            throw new IOException(SmppTlsErrors.sentence(failed, account), failed);
        }
    }
}
