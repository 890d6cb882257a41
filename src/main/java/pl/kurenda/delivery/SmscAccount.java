package pl.kurenda.delivery;

/**
 * One account at one SMSC.
 *
 * @param key as the settings and the routes call it; {@link AccountSettings#SINGLE} where there is just one
 * @param address where it is, and who we are to it
 * @param settings how it is used
 */
public record SmscAccount(String key, SmscAddress address, SmscSettings settings) {

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
