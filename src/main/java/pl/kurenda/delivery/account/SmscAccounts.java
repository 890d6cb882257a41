package pl.kurenda.delivery.account;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The accounts that this daemon sends through: either all real, or the built-in simulator alone.
 *
 * @param all one or more
 * @param sandbox the simulator that runs beside real accounts, for sandboxes only; or empty
 */
public record SmscAccounts(List<SmscAccount> all, Optional<SmscAccount> sandbox) {

    /** Without a sandbox. */
    public SmscAccounts(List<SmscAccount> all) {
        this(all, Optional.empty());
    }

    /** All accounts that need connections. */
    public List<SmscAccount> connected() {
        return Stream.concat(all.stream(), sandbox.stream()).toList();
    }

    /** The accounts at the SMSCs in the settings. */
    public static SmscAccounts real(Map<String, SmscSettings> settings) {
        return new SmscAccounts(settings.entrySet().stream()
                .map(account -> new SmscAccount(account.getKey(), address(account.getValue()), account.getValue()))
                .toList());
    }

    private static SmscAddress address(SmscSettings settings) {
        return new SmscAddress(
                settings.name(),
                settings.host(),
                settings.port(),
                settings.systemId(),
                settings.password(),
                settings.tls(),
                false);
    }

    /** Whether the daemon runs as a demo, with the simulator alone. */
    public boolean simulator() {
        return all.get(0).address().simulator();
    }
}
