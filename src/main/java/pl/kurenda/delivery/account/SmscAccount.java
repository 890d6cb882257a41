package pl.kurenda.delivery.account;

import pl.kurenda.ledger.core.SandboxSource;

/**
 * One account at one SMSC.
 *
 * @param key as the settings and the routes call it; {@link AccountSettings#SINGLE} where there is just one
 * @param address where it is, and who we are to it
 * @param settings how it is used
 */
public record SmscAccount(String key, SmscAddress address, SmscSettings settings) {

    /** Key of the account of the simulator that stands beside real ones. */
    public static final String SANDBOX = "sandbox";

    /**
     * Whether reminders of the source may go through it at all: those of a sandbox through a simulator alone, and through
     * that of the sandboxes nothing else.
     */
    public boolean takes(String source) {
        return SandboxSource.is(source) ? address.simulator() : !key.equals(SANDBOX) || !address.simulator();
    }

    /** As it stands with segments and receipts. */
    public String name() {
        return address.name();
    }

    /** What the ids of its routes end in: nothing where it is the only account. */
    public String suffix() {
        return key.equals(AccountSettings.SINGLE) ? "" : "-" + key;
    }

    /** What the names of its settings begin with. */
    public String prefix() {
        return AccountSettings.prefix(key);
    }
}
