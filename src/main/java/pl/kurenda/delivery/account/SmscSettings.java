package pl.kurenda.delivery.account;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of an account at an SMSC. A wrong value stops the start.
 *
 * @param host name or address; none: the built-in simulator
 * @param port TCP port, 1 to 65535
 * @param systemId user of the bind, up to 15 characters by SMPP v3.4 §5.2.1
 * @param password of the bind; may be longer than the 8 characters of SMPP v3.4 §5.2.2 if the SMSC accepts it
 * @param tls whether the connection is TLS, with the host name checked
 * @param sslBundle the bundle of {@code spring.ssl.bundle} with the authorities to trust; none: those of the JVM
 * @param window submits in flight, 1 to 1000
 * @param rate segments a second, 0 for no limit
 * @param bind {@code transmitter+receiver} or {@code transceiver}
 * @param enquireLink pause after which an idle session is tested (SMPP v3.4 §7.2), 1 s to 1 h
 * @param responseTimeout how long to wait for a response, 1 s to 10 min
 * @param validity how long the SMSC tries to deliver, 1 min to 30 days
 * @param sourceTon type of number of the sender (SMPP v3.4 §5.2.5), 0 to 6; none: derived from the sender
 * @param sourceNpi numbering plan of the sender (SMPP v3.4 §5.2.6); none: derived from the sender
 * @param name that is stored with segments and receipts, up to 64 characters; by default the host
 * @param idFormat how the SMSC writes message ids
 * @param status what a command_status means here, by its number or name: accepted, for-now, throttled, for-good,
 *     bind-broken
 * @param queryAfter how long a receipt may be missing before query_sm (SMPP v3.4 §4.8) asks for it, 0 for never, else 1
 *     min to 30 days
 * @param priority accounts with the lowest number are used first
 * @param weight share among accounts of one priority, 1 to 100
 */
@ConfigurationProperties("kurenda.smsc")
public record SmscSettings(
        String host,
        @DefaultValue("2775") int port,
        String systemId,
        @DefaultValue("") String password,
        @DefaultValue("false") boolean tls,
        String sslBundle,
        @DefaultValue("10") int window,
        @DefaultValue("0") int rate,
        @DefaultValue("transmitter+receiver") String bind,
        @DefaultValue("30s") Duration enquireLink,
        @DefaultValue("30s") Duration responseTimeout,
        @DefaultValue("24h") Duration validity,
        Integer sourceTon,
        Integer sourceNpi,
        String name,
        @DefaultValue("auto") MessageIdFormat idFormat,
        @DefaultValue Map<String, String> status,
        @DefaultValue("0s") Duration queryAfter,
        @DefaultValue("0") int priority,
        @DefaultValue("1") int weight) {

    private static final Set<Integer> PLANS = Set.of(0, 1, 3, 4, 6, 8, 9, 10, 14, 18);

    /** @throws IllegalArgumentException with a sentence that names the key, the value and what is allowed */
    public SmscSettings {
        host = blankToNull(host);
        systemId = blankToNull(systemId);
        sslBundle = blankToNull(sslBundle);
        name = blankToNull(name) == null ? host : name.strip();
        BindMode.of(bind);
        within("port", port, 1, 65535);
        within("window", window, 1, 1000);
        within("rate", rate, 0, 1_000_000);
        within("enquire-link", enquireLink, Duration.ofSeconds(1), Duration.ofHours(1));
        within("response-timeout", responseTimeout, Duration.ofSeconds(1), Duration.ofMinutes(10));
        within("validity", validity, Duration.ofMinutes(1), Duration.ofDays(30));
        if (!queryAfter.isZero()) {
            within("query-after", queryAfter, Duration.ofMinutes(1), Duration.ofDays(30));
        }
        within("weight", weight, 1, 100);
        StatusPolicy.of(status);
        checkSource(sourceTon, sourceNpi);
        checkAccount(host, systemId, password, name);
        checkBundle(host, tls, sslBundle);
    }

    /** The sessions to bind. */
    public BindMode bindMode() {
        return BindMode.of(bind);
    }

    /** What each status means here. */
    public StatusPolicy statusPolicy() {
        return StatusPolicy.of(status);
    }

    /**
     * Type of number of this sender: the configured one, else 5 for a name, 1 for a long number, 3 for a short code.
     */
    public int sourceTon(String sender) {
        if (sourceTon != null) {
            return sourceTon;
        }
        return isNumber(sender) ? (sender.length() > 6 ? 1 : 3) : 5;
    }

    /** Numbering plan of this sender: the configured one, else 1 for a long number and 0 for all others. */
    public int sourceNpi(String sender) {
        if (sourceNpi != null) {
            return sourceNpi;
        }
        return isNumber(sender) && sender.length() > 6 ? 1 : 0;
    }

    /** Leaves out the password. */
    @Override
    public String toString() {
        return "SmscSettings[host=" + host + ", port=" + port + ", tls=" + tls + ", bind=" + bind + ", window=" + window
                + ", rate=" + rate + ", name=" + name + "]";
    }

    private static boolean isNumber(String sender) {
        return !sender.isEmpty() && sender.chars().allMatch(sign -> sign >= '0' && sign <= '9');
    }

    private static void checkSource(Integer ton, Integer npi) {
        if (ton != null) {
            within("source-ton", ton, 0, 6);
        }
        if (npi != null && !PLANS.contains(npi)) {
            throw wrong("source-npi", npi, "0, 1, 3, 4, 6, 8, 9, 10, 14 and 18 (SMPP v3.4 §5.2.6)");
        }
    }

    private static void checkAccount(String host, String systemId, String password, String name) {
        if (host != null && systemId == null) {
            throw new IllegalArgumentException(
                    "kurenda.smsc.host is '" + host
                            + "' but kurenda.smsc.system-id is empty; set the user that the operator gave you, 1 to 15 characters");
        }
        if (systemId != null && !systemId.matches("\\p{ASCII}{1,15}")) {
            throw wrong("system-id", systemId, "1 to 15 ASCII characters");
        }
        if (password.length() > 64 || !password.matches("\\p{ASCII}*")) {
            throw wrong("password", "(hidden)", "up to 64 ASCII characters");
        }
        if (name != null && name.length() > 64) {
            throw wrong("name", name, "up to 64 characters");
        }
    }

    private static void checkBundle(String host, boolean tls, String sslBundle) {
        // without a host these are keys that several accounts share, and any of them may set tls
        if (host != null && sslBundle != null && !tls) {
            throw new IllegalArgumentException("kurenda.smsc.ssl-bundle is '" + sslBundle
                    + "' but kurenda.smsc.tls is false; allowed: kurenda.smsc.tls=true, or no bundle");
        }
    }

    private static <T extends Comparable<T>> void within(String key, T value, T least, T most) {
        if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
            throw wrong(key, show(value), show(least) + " to " + show(most));
        }
    }

    private static Object show(Object value) {
        return value instanceof Duration time ? time.toSeconds() + "s" : value;
    }

    private static IllegalArgumentException wrong(String key, Object value, String allowed) {
        return new IllegalArgumentException("kurenda.smsc." + key + " is '" + value + "'; allowed: " + allowed);
    }

    private static String blankToNull(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
