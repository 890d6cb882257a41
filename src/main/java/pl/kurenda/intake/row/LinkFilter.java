package pl.kurenda.intake.row;

import java.util.regex.Pattern;

/**
 * Tells texts that a phone would make a link of. Names and references come from outside, where debtors and others may have
 * written them: an office must not send their links under its own sender.
 */
final class LinkFilter {
    /**
     * {@code http://…}, {@code www.…}, {@code bit.ly/x}, {@code sklep.pl}, {@code jan@x}. Only such ends of names as are no
     * part of case numbers: {@code RF.II/3} and {@code FK.DE/12} are no links.
     */
    private static final Pattern LINK = Pattern.compile(
            "(?iu)://|\\bwww\\.|\\w@\\w|[\\p{L}\\d-]{2,}\\.(?:pl|com|eu|net|org"
                    + "|info|biz|ly|cc|link|xyz|top|site|online|shop|store|app|click|live|page|help|website|ru)(?![\\p{L}\\d.-])");

    private LinkFilter() {}

    /** The text, empty where it has a link. Nearly all texts have no sign of one: that saves the pattern. */
    static String without(String text) {
        boolean suspicious = text.indexOf('.') >= 0 || text.indexOf(':') >= 0 || text.indexOf('@') >= 0;
        return suspicious && LINK.matcher(text).find() ? "" : text;
    }
}
