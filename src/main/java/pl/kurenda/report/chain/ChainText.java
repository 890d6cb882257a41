package pl.kurenda.report.chain;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import pl.kurenda.ledger.report.ReportChain.Link;
import pl.kurenda.report.core.Sha256;

/**
 * Content of a chain file: comments, then one line for the previous chain file and one for each file of the day, in the
 * format of {@code sha256sum}.
 */
public final class ChainText {
    private static final Pattern LINE = Pattern.compile("([0-9a-f]{64})  (\\S+)");

    private ChainText() {}

    /** Returns the name of the chain file of a link. */
    public static String file(LocalDate day, int revision) {
        return "chain-" + day + suffix(revision) + ".txt";
    }

    /** Returns what a later revision adds to file names, before the extension. */
    static String suffix(int revision) {
        return revision == 1 ? "" : ".r" + revision;
    }

    /**
     * Makes the link of a day.
     *
     * @param before the previous link, or null for the first
     * @param hashes SHA-256 by file name
     */
    static Link link(LocalDate day, int revision, Link before, SortedMap<String, String> hashes) {
        int number = before == null ? 1 : before.number() + 1;
        StringBuilder text = new StringBuilder("# Kurenda; to check: sha256sum -c " + file(day, revision) + "\n");
        text.append("# day " + day + ", revision " + revision + ", link " + number + "\n");
        if (before != null) {
            text.append(line(before.sha256(), file(before.day(), before.revision())));
        }
        text.append(body(hashes));
        return new Link(number, day, revision, Sha256.of(text.toString()), text.toString());
    }

    /** Whether the link names exactly these files with these hashes. */
    static boolean tells(Link link, SortedMap<String, String> hashes) {
        Map<String, String> named = named(link);
        named.keySet().removeIf(name -> name.startsWith("chain-"));
        return named.equals(hashes);
    }

    /** Returns the hashes in the link by file, the previous chain file first. */
    static Map<String, String> named(Link link) {
        Map<String, String> named = new LinkedHashMap<>();
        for (String line : link.text().split("\n")) {
            Matcher matcher = LINE.matcher(line);
            if (matcher.matches()) {
                named.put(matcher.group(2), matcher.group(1));
            }
        }
        return named;
    }

    private static String body(SortedMap<String, String> hashes) {
        StringBuilder body = new StringBuilder();
        hashes.forEach((name, hash) -> body.append(line(hash, name)));
        return body.toString();
    }

    private static String line(String hash, String name) {
        return hash + "  " + name + "\n";
    }
}
