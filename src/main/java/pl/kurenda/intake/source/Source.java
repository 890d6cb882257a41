package pl.kurenda.intake.source;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import pl.kurenda.intake.column.Field;
import pl.kurenda.ledger.core.SandboxSource;
import pl.kurenda.message.AlphabetPolicy;
import pl.kurenda.message.MessageTemplate;

/**
 * A domain system that drops exports, as configured.
 *
 * @param name lower-case letters, digits and dashes
 * @param folders where its files come from and go to
 * @param markerFile whether a file is ready only when {@code <name>.done} lies next to it
 * @param reading how its files are read
 * @param wording how its reminders are worded
 * @param stages of its campaign
 * @param enriching how missing values are filled in
 * @param channel how its files arrive
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

    /** How files arrive. */
    public enum Channel {
        /** Dropped by the domain system. */
        DROP,
        /** Uploaded through the API, in the format that the domain system would drop. */
        UPLOAD,
        /**
         * Written from reminders that came one by one through the API. Such a file does not count as an export that the
         * gate learns from.
         */
        ROWS
    }

    /** Creates a source whose files are dropped. */
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

    /** Creates a source with the default stages and no enrichment. */
    public Source(String name, SourceFolders folders, boolean markerFile, Reading reading, Wording wording) {
        this(name, folders, markerFile, reading, wording, CampaignStages.STANDARD, new Enriching(List.of(), ""));
    }

    /**
     * What the settings say about the files.
     *
     * @param charset or null to detect it
     * @param delimiter or null to detect it
     * @param header whether the first line names the columns, or may name them
     * @param headerSure whether the settings say explicitly if there is a header
     * @param columns name or number of the column for a field; missing fields are looked up in the header
     */
    public record Reading(
            Charset charset, Character delimiter, boolean header, boolean headerSure, Map<Field, String> columns) {

        /** Creates it from settings that say explicitly whether there is a header. */
        public Reading(Charset charset, Character delimiter, boolean header, Map<Field, String> columns) {
            this(charset, delimiter, header, true, columns);
        }
    }

    /**
     * How a row becomes a text.
     *
     * @param template of the text
     * @param alphabet how Polish letters are handled
     * @param sender source address of the SMS: up to 11 letters and digits, or a number
     * @param office that sends the reminder, or empty
     * @param minimum in grosze; debts below it get no reminder
     */
    public record Wording(
            MessageTemplate template, AlphabetPolicy alphabet, String sender, String office, long minimum) {}

    /**
     * How missing values are filled in.
     *
     * @param steps names of the steps, in their order
     * @param account NRB digits for debts that have none, or empty
     */
    public record Enriching(List<String> steps, String account) {}

    /**
     * The name of the source in the settings. For the ledger, its sandbox is a separate source; both have the same
     * settings.
     */
    public String settingsName() {
        return SandboxSource.settingsName(name);
    }

    /** Returns the same source with files that arrive in another way. */
    Source by(Channel other, String otherName, SourceFolders otherFolders, Reading otherReading) {
        return new Source(otherName, otherFolders, false, otherReading, wording, stages, enriching, other);
    }

    /** Returns the name. */
    @Override
    public String toString() {
        return name;
    }
}
