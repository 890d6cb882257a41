package pl.kurenda.intake.source;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import pl.kurenda.intake.column.Field;
import pl.kurenda.ledger.core.SandboxSource;
import pl.kurenda.message.AlphabetPolicy;
import pl.kurenda.message.MessageTemplate;

/**
 * A domain system that drops exports, as the settings describe it.
 *
 * @param name lower-case letters, digits and dashes
 * @param folders where its files come and go
 * @param markerFile whether a file is ready only when {@code <name>.done} lies beside it
 * @param reading how its files are written
 * @param wording how its reminders are worded
 * @param stages of its campaign
 * @param enriching what fills in what its files lack
 * @param channel how its files come
 */
public record Source(
        String name,
        SourceFolders folders,
        boolean markerFile,
        Reading reading,
        Wording wording,
        CampaignStages stages,
        Enriching enriching,
        Channel channel) {

    /** How files come. */
    public enum Channel {
        /** Dropped by the domain system. */
        DROP,
        /** Uploaded through the interface as the domain system would drop them. */
        UPLOAD,
        /** Written from reminders that came one by one through the interface: no export to learn from. */
        ROWS
    }

    /** Whose files are dropped. */
    public Source(
            String name,
            SourceFolders folders,
            boolean markerFile,
            Reading reading,
            Wording wording,
            CampaignStages stages,
            Enriching enriching) {
        this(name, folders, markerFile, reading, wording, stages, enriching, Channel.DROP);
    }

    /** With the stages that are usual, and nothing filled in. */
    public Source(String name, SourceFolders folders, boolean markerFile, Reading reading, Wording wording) {
        this(name, folders, markerFile, reading, wording, CampaignStages.STANDARD, new Enriching(List.of(), ""));
    }

    /**
     * What is known of the files without looking at them.
     *
     * @param charset or null to look for it
     * @param delimiter or null to look for it
     * @param header whether the first line names the columns, or may
     * @param headerSure whether the settings say so in so many words
     * @param columns name or number of a field's column; what is missing here is looked for in the header
     */
    public record Reading(
            Charset charset, Character delimiter, boolean header, boolean headerSure, Map<Field, String> columns) {

        /** Of settings that say in so many words whether there is a header. */
        public Reading(Charset charset, Character delimiter, boolean header, Map<Field, String> columns) {
            this(charset, delimiter, header, true, columns);
        }
    }

    /**
     * How a row becomes a text.
     *
     * @param template of the text
     * @param alphabet what becomes of Polish letters
     * @param sender source address of the SMS: up to 11 letters and digits, or a number
     * @param office that writes, empty where it does not say
     * @param minimum grosze under which nobody is written to
     */
    public record Wording(
            MessageTemplate template, AlphabetPolicy alphabet, String sender, String office, long minimum) {}

    /**
     * What fills in what its files lack.
     *
     * @param steps by their names, in their order
     * @param account NRB digits for debts that name none, empty where there is none
     */
    public record Enriching(List<String> steps, String account) {}

    /** What the settings call it; its sandbox is wholly another source for the ledger, and the same for the settings. */
    public String settingsName() {
        return SandboxSource.settingsName(name);
    }

    /** The same source, whose files come in another way. */
    Source by(Channel other, String otherName, SourceFolders otherFolders, Reading otherReading) {
        return new Source(otherName, otherFolders, false, otherReading, wording, stages, enriching, other);
    }

    /** Its name. */
    @Override
    public String toString() {
        return name;
    }
}
