package pl.kurenda.delivery.account;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The accounts that this daemon sends through: all of them real, or the built-in simulator alone.
 *
 * @param all one or more
 * @param sandbox that of the simulator beside real ones, for sandboxes alone; or nothing
 */
public record SmscAccounts(List<SmscAccount> all, Optional<SmscAccount> sandbox) {

    /** Without a sandbox. */
    public SmscAccounts(List<SmscAccount> all) {
        this(all, Optional.empty());
    }

    /** All that connections are made for. */
    public List<SmscAccount> connected() {
        return Stream.concat(all.stream(), sandbox.stream()).toList();
    }

    /** At the SMSCs that the settings name. */
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

    /** Whether everything is a demo. */
    public boolean simulator() {
        return all.get(0).address().simulator();
    }
}
