package pl.kurenda.delivery.account;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What each command_status means at one SMSC: as in {@link CommandStatus}, except for what its operator uses
 * differently.
 */
public final class StatusPolicy {
    private final Map<Integer, SubmitVerdict> own;

    private StatusPolicy(Map<Integer, SubmitVerdict> own) {
        this.own = own;
    }

    /**
     * @param settings meaning by status, from {@code kurenda.smsc.status}
     * @throws IllegalArgumentException with a sentence that names the key, the value and what is allowed
     */
    static StatusPolicy of(Map<String, String> settings) {
        Map<Integer, SubmitVerdict> own = new HashMap<>();
        settings.forEach((key, value) -> {
            int code = code(key)
                    .orElseThrow(() -> new IllegalArgumentException("kurenda.smsc.status." + key
                            + " names no command_status; allowed: 0x00000001 to 0xffffffff, the same in decimal, or a"
                            + " name of SMPP v3.4 §5.1.3 such as ESME_RTHROTTLED"));
            SubmitVerdict verdict = SubmitVerdict.of(value)
                    .orElseThrow(() -> new IllegalArgumentException(
                            "kurenda.smsc.status." + key + " is '" + value + "'; allowed: " + SubmitVerdict.keys()));
            if (own.put(code, verdict) != null) {
                throw new IllegalArgumentException(
                        "kurenda.smsc.status." + key + " is given twice: by number and by name" + " of "
                                + CommandStatus.name(code) + "; allowed: once");
            }
        });
        return new StatusPolicy(own);
    }

    /**
     * The status for a key of the settings. Names match without regard to case or to characters that environment
     * variables cannot hold.
     */
    private static Optional<Integer> code(String key) {
        String plain = plain(key);
        Optional<Integer> named = Arrays.stream(CommandStatus.values())
                .filter(status -> plain(status.name()).equals(plain))
                .map(CommandStatus::code)
                .findFirst();
        return named.or(() -> number(key.strip())).filter(code -> code != CommandStatus.ESME_ROK.code());
    }

    private static String plain(String name) {
        return name.replaceAll("[^A-Za-z0-9]", "").toLowerCase(Locale.ROOT);
    }

    private static Optional<Integer> number(String key) {
        try {
            return Optional.of(
                    key.matches("0[xX][0-9a-fA-F]+")
                            ? Integer.parseUnsignedInt(key.substring(2), 16)
                            : Integer.parseUnsignedInt(key));
        } catch (NumberFormatException noNumber) {
            return Optional.empty();
        }
    }

    public SubmitVerdict verdict(int code) {
        return own.getOrDefault(code, CommandStatus.verdict(code));
    }
}
