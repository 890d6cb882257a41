package pl.kurenda.camel.smpp;

import java.net.SocketException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;
import org.jsmpp.InvalidResponseException;
import org.jsmpp.PDUStringException;
import org.jsmpp.extra.NegativeResponseException;
import org.jsmpp.extra.ResponseTimeoutException;
import pl.kurenda.delivery.account.SmscAccount;

/**
 * Explains why a bind failed, in words of the settings. The wording is always the same, so that a lasting problem is
 * recognised.
 */
final class SmppBindErrors {

    private SmppBindErrors() {}

    /** One sentence: what is wrong, and what to do. */
    static String sentence(Exception failed, SmscAccount account) {
        if (failed.getCause() instanceof NegativeResponseException refused) {
            return "the SMSC refuses the bind with command_status 0x%08x; check %s.system-id and .password"
                    .formatted(refused.getCommandStatus(), account.prefix());
        }
        if (failed.getCause() instanceof ResponseTimeoutException) {
            return "the SMSC takes the connection but does not answer the bind within %d s"
                    .formatted(account.settings().responseTimeout().toSeconds());
        }
        if (failed.getCause() instanceof PDUStringException) {
            // the exception's own words repeat the password; SMPP v3.4 §4.1.1
            return "%1$s.system-id has 15 characters at most, and %1$s.password 8".formatted(account.prefix());
        }
        if (failed instanceof UnknownHostException) {
            return "the host '%s' is not known; check %s.host"
                    .formatted(account.address().host(), account.prefix());
        }
        return hungUp(failed) ? cut(account) : String.valueOf(failed.getMessage());
    }

    /**
     * Whether the SMSC closed an established connection. A failed connect has exceptions of its own. TLS 1.3 refuses a
     * client only at this point.
     */
    private static boolean hungUp(Exception failed) {
        return failed.getCause() instanceof InvalidResponseException
                || failed.getClass() == SocketException.class
                || failed instanceof SSLException;
    }

    private static String cut(SmscAccount account) {
        String admitted =
                "the SMSC hangs up instead of answering the bind; ask the operator whether it admits the address of"
                        + " this machine, ";
        return account.address().tls()
                ? admitted
                        + "and whether it asks for a certificate of yours: that goes into the keystore of the bundle in "
                        + account.prefix() + ".ssl-bundle"
                : admitted
                        + "and whether %1$s.port is a port for TLS: then set %1$s.tls=true".formatted(account.prefix());
    }
}
