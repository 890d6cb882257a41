package pl.kurenda.ledger.vendor;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Checks whether a webhook address may be posted to. A vendor must not be able to make this daemon call hosts inside
 * the office. The check runs when a webhook is created and right before each post, because a name may resolve to
 * another address later. The JVM caches a resolved name for 30 s, so the post goes to the address that was checked.
 */
public final class WebhookTargets {
    private final List<String> inside;

    /** @param inside hosts of the internal network that may be posted to, also by http */
    public WebhookTargets(List<String> inside) {
        this.inside = inside.stream()
                .map(host -> host.strip().toLowerCase(Locale.ROOT))
                .toList();
    }

    /** Returns a short reason why the address is refused; empty if it is allowed. */
    public Optional<String> refusal(URI url) {
        String host = url.getHost();
        if (host == null || url.getUserInfo() != null) {
            return Optional.of("NO_ADDRESS");
        }
        if (inside.contains(host.toLowerCase(Locale.ROOT))) {
            return Optional.empty();
        }
        if (!"https".equalsIgnoreCase(url.getScheme())) {
            return Optional.of("NOT_HTTPS");
        }
        try {
            for (InetAddress address : InetAddress.getAllByName(host)) {
                if (isInside(address)) {
                    return Optional.of("PRIVATE_ADDRESS");
                }
            }
            return Optional.empty();
        } catch (UnknownHostException e) {
            return Optional.of("UNKNOWN_HOST");
        }
    }

    /** Returns whether the address is outside the public Internet (RFC 6890). */
    static boolean isInside(InetAddress address) {
        if (address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return true;
        }
        byte[] octets = address.getAddress();
        int first = octets[0] & 0xff;
        int second = octets[1] & 0xff;
        if (address instanceof Inet4Address) {
            return first == 0
                    || first >= 240
                    || first == 100 && second >= 64 && second < 128
                    || first == 192 && second == 0 && octets[2] == 0
                    || first == 198 && (second == 18 || second == 19);
        }
        // unique local, and addresses that embed an IPv4 address: translated, 6to4 and Teredo
        boolean translated = first == 0 && second == 0x64 && (octets[2] & 0xff) == 0xff && (octets[3] & 0xff) == 0x9b;
        boolean tunnelled = first == 0x20 && (second == 2 || second == 1 && octets[2] == 0 && octets[3] == 0);
        return (first & 0xfe) == 0xfc || translated || tunnelled;
    }
}
