package pl.kurenda.delivery.account;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Which SMPP sessions are bound (SMPP v3.4 §2.2). */
public enum BindMode {
    /** Two sessions: one sends, one receives, so that receipts cannot hold up the responses to submits. */
    TRANSMITTER_RECEIVER("transmitter+receiver"),
    /** One session for both, for an operator that allows only one. */
    TRANSCEIVER("transceiver");

    private final String key;

    BindMode(String key) {
        this.key = key;
    }

    /** The name used in the settings. */
    public String key() {
        return key;
    }

    /** @throws IllegalArgumentException naming what is allowed */
    static BindMode of(String key) {
        return Arrays.stream(values())
                .filter(mode -> mode.key.equalsIgnoreCase(key.strip()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("kurenda.smsc.bind is '" + key + "'; allowed are "
                        + Arrays.stream(values()).map(BindMode::key).collect(Collectors.joining(" and "))));
    }
}
