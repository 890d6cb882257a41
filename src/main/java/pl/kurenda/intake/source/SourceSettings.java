package pl.kurenda.intake.source;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.bind.DefaultValue;
import pl.kurenda.intake.column.Field;
import pl.kurenda.intake.row.Enrichment;

/**
 * The settings of a source as they are written; {@link SourceReader} checks them. The send window belongs to delivery.
 * {@link ReleasePolicyReader} reads gate, budget and canary. The code that uses the {@code sftp.} keys reads them
 * itself.
 *
 * @param uri where files are dropped: {@code file:} and a folder, or {@code sftp://user@host:port/folder}; empty for
 *     {@code <dropbox>/<name>/in}
 * @param charset {@code auto} or the name of a charset
 * @param delimiter {@code auto}, {@code ;}, {@code ,}, {@code |} or {@code tab}
 * @param header whether the first line names the columns; {@code auto}: it does, unless columns are numbered and it
 *     looks like a row
 * @param columns header names or numbers from 1
 * @param template of the text, see {@link pl.kurenda.message.MessageTemplate}
 * @param sender up to 11 letters and digits, or a number
 * @param office that sends the reminder
 * @param minimumAmount PLN; debts below it get no reminder; empty for none
 * @param alphabet {@code transliterate} or {@code ucs2}
 * @param markerFile whether a file is ready only when {@code <name>.done} lies next to it
 * @param stages of its campaign, see {@link CampaignStages}
 * @param account NRB for debts that have none; empty for none
 * @param enrich steps of its enrichment, see {@link Enrichment}; {@code none} for none
 */
public record SourceSettings(
        @DefaultValue("") String uri,
        @DefaultValue("auto") String charset,
        @DefaultValue("auto") String delimiter,
        @DefaultValue("auto") String header,
        @DefaultValue Columns columns,
        @DefaultValue("") String template,
        @DefaultValue("") String sender,
        @DefaultValue("") String office,
        @DefaultValue("") String minimumAmount,
        @DefaultValue("transliterate") String alphabet,
        @DefaultValue("false") String markerFile,
        @DefaultValue({"before", "due", "overdue-14"}) List<String> stages,
        @DefaultValue("") String account,
        @DefaultValue(SourceSettings.ACCOUNT_STEP) List<String> enrich) {
    /** The enrichment step that fills in the account of the office. */
    public static final String ACCOUNT_STEP = "account";

    /** The column for each field: a header name, or a number from 1; empty to look it up in the header. */
    public record Columns(
            @DefaultValue("") String phone,
            @DefaultValue("") String amount,
            @DefaultValue("") String name,
            @DefaultValue("") String due,
            @DefaultValue("") String account,
            @DefaultValue("") String reference) {

        Map<Field, String> byField() {
            Map<Field, String> columns = new EnumMap<>(Field.class);
            put(columns, Field.PHONE, phone);
            put(columns, Field.AMOUNT, amount);
            put(columns, Field.NAME, name);
            put(columns, Field.DUE, due);
            put(columns, Field.ACCOUNT, account);
            put(columns, Field.REFERENCE, reference);
            return columns;
        }

        private static void put(Map<Field, String> columns, Field field, String column) {
            if (column != null && !column.isBlank()) {
                columns.put(field, column.strip());
            }
        }
    }
}
