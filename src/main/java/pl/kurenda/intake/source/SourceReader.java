package pl.kurenda.intake.source;

import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import pl.kurenda.intake.column.ColumnNames;
import pl.kurenda.intake.column.Field;
import pl.kurenda.ledger.optout.OptOuts;
import pl.kurenda.message.AlphabetPolicy;
import pl.kurenda.message.MessageTemplate;
import pl.kurenda.money.Nrb;

/** Creates a source from its settings. If a setting is wrong, the error message names the key and what is allowed. */
final class SourceReader {
    private static final BigDecimal GROSZE = BigDecimal.valueOf(100);

    private final IntakeSettings settings;
    private final String name;
    private final SourceSettings source;
    private final String node;

    /** @param node name of this daemon, valid as a folder name */
    SourceReader(IntakeSettings settings, String name, String node) {
        this.node = node;
        this.settings = settings;
        this.name = name;
        this.source = settings.sources().get(name);
    }

    Source read() {
        if (!name.matches("[a-z0-9][a-z0-9-]{0,63}")) {
            throw new IllegalArgumentException("kurenda.sources." + name
                    + ": the name of a source is made of lower-case letters, digits and dashes, 64 at most");
        }
        if (name.equals(OptOuts.SOURCE)) {
            throw new IllegalArgumentException("kurenda.sources." + name
                    + ": confirmations of opt-outs are reported under this name; allowed: another");
        }
        return new Source(
                name, folders(), yes("marker-file", source.markerFile()), reading(), wording(), stages(), enriching());
    }

    private Source.Enriching enriching() {
        List<String> steps = source.enrich().stream()
                .map(String::strip)
                .filter(step -> !step.isEmpty() && !step.equalsIgnoreCase("none"))
                .toList();
        String account = source.account().strip();
        if (account.isEmpty()) {
            // The step has nothing to do, but would create a draft for every row.
            return new Source.Enriching(
                    steps.stream()
                            .filter(step -> !step.equals(SourceSettings.ACCOUNT_STEP))
                            .toList(),
                    "");
        }
        if (!steps.contains(SourceSettings.ACCOUNT_STEP)) {
            throw wrong("enrich", String.join(",", steps), "a list with account in it, because account is set");
        }
        return new Source.Enriching(
                steps,
                Nrb.read(account)
                        .orElseThrow(() -> wrong("account", account, "an account number (NRB) with right check digits"))
                        .digits());
    }

    private CampaignStages stages() {
        try {
            return CampaignStages.of(source.stages());
        } catch (IllegalArgumentException e) {
            throw wrong("stages", String.join(",", source.stages()), e.getMessage());
        }
    }

    private boolean remote() {
        return source.uri().strip().startsWith("sftp:");
    }

    private SourceFolders folders() {
        if (remote()) {
            // Nodes may share a home but must not share the copies that they fetch.
            Path work = settings.homeFolder().resolve("data/sftp").resolve(node).resolve(name);
            return new SourceFolders(
                    work.resolve("in"), work.resolve("done"), work.resolve("failed"), work.resolve("out"));
        }
        Path own = settings.dropboxFolder().resolve(name);
        Path in =
                source.uri().isBlank() ? own.resolve("in") : folder(source.uri().strip());
        return new SourceFolders(in, own.resolve("done"), own.resolve("failed"), own.resolve("out"));
    }

    private Path folder(String uri) {
        if (!uri.startsWith("file:") || uri.contains("?")) {
            throw wrong("uri", uri, "file: and a folder, or sftp://user@host:port/folder, without options");
        }
        try {
            String path = uri.substring("file:".length()).replaceFirst("^//(?=/)", "");
            return settings.homeFolder().resolve(path).normalize();
        } catch (InvalidPathException e) {
            throw wrong("uri", uri, "file: and a folder, such as file:/srv/exports/waste");
        }
    }

    private Source.Reading reading() {
        boolean auto = source.header().strip().equalsIgnoreCase("auto");
        boolean header = auto || yes("header", source.header(), "auto, true or false");
        Map<Field, String> columns = source.columns().byField();
        if (!header) {
            columns.forEach(this::requireNumber);
            requireColumn(columns, Field.PHONE);
            requireColumn(columns, Field.AMOUNT);
        }
        return new Source.Reading(charset(), delimiter(), header, !auto, columns);
    }

    private void requireNumber(Field field, String column) {
        if (ColumnNames.number(column).isEmpty()) {
            throw wrong("columns." + field.key(), column, "a number from 1, because the files have no header line");
        }
    }

    private void requireColumn(Map<Field, String> columns, Field field) {
        if (!columns.containsKey(field)) {
            throw wrong("columns." + field.key(), "", "a number from 1, because the files have no header line");
        }
    }

    private Source.Wording wording() {
        return new Source.Wording(
                template(), alphabet(), sender(), source.office().strip(), minimum());
    }

    private Charset charset() {
        String charset = source.charset().strip();
        if (charset.equalsIgnoreCase("auto")) {
            return null;
        }
        try {
            Charset found = Charset.forName(charset.equalsIgnoreCase("CP852") ? "IBM852" : charset);
            boolean wide = found.name().startsWith("UTF-16");
            if (wide || new String(new byte[] {'"', ';', '\n'}, found).equals("\";\n") && found.canEncode()) {
                return found;
            }
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw wrong(
                    "charset", charset, "auto, UTF-8, UTF-16, windows-1250, ISO-8859-2, CP852 or another like these");
        }
        throw wrong("charset", charset, "a charset that has ASCII in its usual places, such as UTF-8");
    }

    private Character delimiter() {
        String delimiter = source.delimiter();
        String word = delimiter.strip().toLowerCase(Locale.ROOT);
        if (word.equals("auto")) {
            return null;
        }
        if (delimiter.equals("\t") || word.equals("tab") || word.equals("\\t")) {
            return '\t';
        }
        if (word.matches("[;,|]")) {
            return word.charAt(0);
        }
        throw wrong("delimiter", delimiter, "auto, ; or , or | or tab");
    }

    private MessageTemplate template() {
        try {
            return MessageTemplate.parse(source.template());
        } catch (IllegalArgumentException e) {
            throw wrong("template", source.template(), e.getMessage());
        }
    }

    private AlphabetPolicy alphabet() {
        return switch (source.alphabet().strip().toLowerCase(Locale.ROOT)) {
            case "transliterate" -> AlphabetPolicy.TRANSLITERATE;
            case "ucs2" -> AlphabetPolicy.UCS2;
            default -> throw wrong("alphabet", source.alphabet(), "transliterate or ucs2");
        };
    }

    private String sender() {
        String sender = source.sender().strip();
        boolean digits = sender.matches("\\+?[0-9]{3,15}");
        boolean word = sender.matches("[A-Za-z0-9 ._-]{1,11}")
                && StandardCharsets.US_ASCII.newEncoder().canEncode(sender);
        if (digits || word) {
            return sender;
        }
        throw wrong("sender", sender, "1 to 11 letters without diacritics and digits, such as GMINA, or a number");
    }

    private long minimum() {
        String minimum = source.minimumAmount().strip();
        if (minimum.isEmpty() || minimum.equalsIgnoreCase("none")) {
            return 0;
        }
        try {
            long grosze =
                    new BigDecimal(minimum.replace(',', '.')).multiply(GROSZE).longValueExact();
            if (grosze >= 0) {
                return grosze;
            }
        } catch (ArithmeticException | NumberFormatException e) {
            throw wrong("minimum-amount", minimum, "PLN with at most two decimals, such as 5.00, or none");
        }
        throw wrong("minimum-amount", minimum, "PLN, 0 or more, or none");
    }

    private boolean yes(String key, String value) {
        return yes(key, value, "true or false");
    }

    private boolean yes(String key, String value, String allowed) {
        return switch (value.strip().toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw wrong(key, value, allowed);
        };
    }

    private IllegalArgumentException wrong(String key, String value, String allowed) {
        String found = value.isBlank() ? "empty" : value;
        return new IllegalArgumentException(
                "kurenda.sources." + name + "." + key + " is " + found + "; allowed: " + allowed);
    }
}
