package pl.kurenda.ledger;

import java.util.List;
import java.util.Map;
import pl.kurenda.recipient.Msisdn;

/**
 * What is held on one phone number, and its erasure (GDPR, articles 15 and 17). Needs no lease: it may be used beside
 * running daemons.
 */
public interface Persons {

    /**
     * All that the database holds on the number; that somebody asked is noted in {@code audit_log}, with the masked number.
     *
     * @param who 1 to {@value Actor#LONGEST_WHO} characters
     * @return by kind, the rows with their values by name; times have the offset of the office, amounts are grosze; kinds without rows are there, too
     * @throws IllegalArgumentException if who is blank or too long
     */
    Map<String, List<Map<String, Object>>> export(Msisdn phone, String who);

    /**
     * Erases what the database holds on the number: what waits is withdrawn first. Masked phone, reference, money, states
     * and dates stay for the accounts. It may be repeated.
     *
     * @param optOut what becomes of an opt-out
     * @param keepAccounts whether accounts of what was sent stay, for the lists of debts due for an upomnienie
     * @param who 1 to {@value Actor#LONGEST_WHO} characters
     * @param why 1 to {@value Actor#LONGEST_WHY} characters
     * @throws IllegalArgumentException if who or why is blank or too long
     */
    Erasure erase(Msisdn phone, OptOutFate optOut, boolean keepAccounts, String who, String why);

    /** What becomes of a number's opt-out when its person is erased. */
    enum OptOutFate {
        /** It stays if there is one: without the number the objection could not be heeded. */
        KEEP,
        /** It goes as well: the next export with the number is reminded of again. */
        REMOVE
    }

    /**
     * What was done.
     *
     * @param withdrawn reminders that waited and are withdrawn
     * @param reminders that hold nothing of the person any more
     * @param rows of other kinds: rejected rows, receipts, requests, imported phones
     * @param onTheWay reminders that are with the SMSC, of unknown fate or just being sent: they keep number and text until
     *     they are final
     */
    record Erasure(int withdrawn, int reminders, int rows, int onTheWay) {}

    /**
     * A regular expression that finds the number in a row, however its digits are grouped and whatever the charset. It is
     * for octets: as Java takes them read as ISO-8859-1, and as MariaDB takes a blob.
     */
    static String pattern(Msisdn phone) {
        String digits = phone.digits();
        boolean polish = digits.startsWith("48");
        String own = String.join("[^0-9A-Za-z]{0,3}", (polish ? digits.substring(2) : digits).split(""));
        // nothing of a longer number; the country code may stand before it
        String alone = "(?<![0-9])(?<![0-9]\\x{00})";
        String country = polish ? "(?:" + alone + "|(?<=48)|(?<=4\\x{00}8\\x{00}))" : alone;
        return country + own + "(?!\\x{00}?[0-9])";
    }
}
