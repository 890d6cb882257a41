package pl.kurenda.intake.row;

import java.util.regex.Pattern;

/**
 * Removes texts that a phone would show as a link. Names and references come from outside, and debtors or others may
 * have written them. An office must not send such links under its own sender.
 */
final class LinkFilter {
    /**
     * Matches {@code http://…}, {@code www.…}, {@code bit.ly/x}, {@code sklep.pl}, {@code jan@x}. It lists only domain
     * endings that do not occur in case numbers: {@code RF.II/3} and {@code FK.DE/12} are not links.
     */
    private static final Pattern LINK = Pattern.compile(
            "(?iu)://|\\bwww\\.|\\w@\\w|[\\p{L}\\d-]{2,}\\.(?:pl|com|eu|net|org"
                    + "|info|biz|ly|cc|link|xyz|top|site|online|shop|store|app|click|live|page|help|website|ru)(?![\\p{L}\\d.-])");

    private LinkFilter() {}

    /**
     * Returns the text, or an empty string if it has a link. Most texts have no dot, colon or at sign and skip the
     * pattern.
     */
    static String without(String text) {
        boolean suspicious = text.indexOf('.') >= 0 || text.indexOf(':') >= 0 || text.indexOf('@') >= 0;
        return suspicious && LINK.matcher(text).find() ? "" : text;
    }
}
