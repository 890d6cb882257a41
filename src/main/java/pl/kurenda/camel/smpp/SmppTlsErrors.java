package pl.kurenda.camel.smpp;

import java.io.EOFException;
import java.io.IOException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import pl.kurenda.delivery.account.SmscAccount;

/** Explains why a TLS handshake failed, in words of the settings. */
final class SmppTlsErrors {

    private SmppTlsErrors() {}

    /** One sentence: what is wrong, and what to do. */
    static String sentence(IOException failed, SmscAccount account) {
        String keys = account.prefix();
        List<Throwable> chain = chain(failed);
        if (any(chain, CertificateExpiredException.class::isInstance)
                || any(chain, CertificateNotYetValidException.class::isInstance)) {
            return "the certificate of the SMSC, or of its authority, is out of date or not valid yet; check the clock of this"
                    + " machine, then ask the operator for a valid one";
        }
        if (any(chain, CertPathBuilderException.class::isInstance)) {
            return untrusted(account);
        }
        // the host name check throws the general class itself, all others one of its subclasses
        if (any(chain, cause -> cause.getClass() == CertificateException.class)) {
            return "the certificate of the SMSC is not for the host '%s'; set %s.host to the name in the operator's certificate"
                    .formatted(account.address().host(), keys);
        }
        return notTls(failed, chain, account);
    }

    private static String untrusted(SmscAccount account) {
        String bundle = account.settings().sslBundle();
        String by = bundle == null ? "this JVM" : "the SSL bundle '" + bundle + "'";
        return "the certificate of the SMSC is not from an authority that %s trusts; get the authority's certificate from the"
                        .formatted(by)
                + " operator and name it in spring.ssl.bundle.pem.%s.truststore.certificate, with %s.ssl-bundle=%1$s"
                        .formatted(bundle == null ? "operator" : bundle, account.prefix());
    }

    private static String notTls(IOException failed, List<Throwable> chain, SmscAccount account) {
        String check =
                "; check whether %1$s.port is the operator's port for TLS, or set %1$s.tls=false if the line is secured"
                                .formatted(account.prefix())
                        + " otherwise, such as by a VPN";
        if (any(chain, SocketTimeoutException.class::isInstance)) {
            return "the SMSC does not answer the TLS handshake within %d s"
                            .formatted(account.settings().responseTimeout().toSeconds())
                    + check;
        }
        if (any(chain, EOFException.class::isInstance) || any(chain, SocketException.class::isInstance)) {
            return "the SMSC hangs up in the TLS handshake, as a port without TLS does, and one that misses a certificate of yours"
                    + " (keystore of the bundle in %s.ssl-bundle)".formatted(account.prefix()) + check;
        }
        // only for octets that are not TLS does the JDK throw this class itself
        if (failed instanceof SSLException && !(failed instanceof SSLHandshakeException)) {
            return "the SMSC answers the TLS handshake with something else than TLS" + check;
        }
        return "the TLS handshake failed (%s); where the operator asks for a certificate of yours, put it into the keystore of the"
                        .formatted(failed.getMessage())
                + " bundle in %s.ssl-bundle".formatted(account.prefix());
    }

    private static boolean any(List<Throwable> chain, Predicate<Throwable> kind) {
        return chain.stream().anyMatch(kind);
    }

    private static List<Throwable> chain(Throwable failed) {
        List<Throwable> chain = new ArrayList<>();
        for (Throwable cause = failed; cause != null && !chain.contains(cause); cause = cause.getCause()) {
            chain.add(cause);
        }
        return chain;
    }
}
