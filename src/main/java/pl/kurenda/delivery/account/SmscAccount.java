package pl.kurenda.delivery.account;

import pl.kurenda.ledger.core.SandboxSource;

/**
 * One account at one SMSC.
 *
 * @param key name in the settings and routes; {@link AccountSettings#SINGLE} if there is only one
 * @param address where the SMSC is, and how we log in
 * @param settings how the account is used
 */
public record SmscAccount(String key, SmscAddress address, SmscSettings settings) {

    /** Key of the simulator account that runs beside real ones. */
    public static final String SANDBOX = "sandbox";

    /**
     * Whether reminders of the source may go through this account. Sandbox reminders go only through a simulator, and
     * the sandbox simulator takes nothing else.
     */
    public boolean takes(String source) {
        return SandboxSource.is(source) ? address.simulator() : !key.equals(SANDBOX) || !address.simulator();
    }

    /** The name that is stored with segments and receipts. */
    public String name() {
        return address.name();
    }

    /** The suffix of its route ids: empty if it is the only account. */
    public String suffix() {
        return key.equals(AccountSettings.SINGLE) ? "" : "-" + key;
    }

    /** The prefix of its settings. */
    public String prefix() {
        return AccountSettings.prefix(key);
    }
}
