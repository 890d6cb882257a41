package pl.kurenda.intake.row;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import pl.kurenda.intake.column.Field;
import pl.kurenda.intake.source.Source;
import pl.kurenda.ledger.phones.PhoneLookup;
import pl.kurenda.recipient.Msisdn;

/**
 * Fills in phones for debts whose export has none. It looks up the reference among the phones that the command {@code
 * phones import} has stored in the database. It asks block by block, so even a large table takes no memory.
 */
@Component
public class LookedUpPhone implements Enrichment {
    /** The name of the step in the settings. */
    public static final String NAME = "phone-lookup";

    private final ObjectProvider<PhoneLookup> lookup;

    /** @param lookup has no bean if there is no database, as in a dry run */
    LookedUpPhone(ObjectProvider<PhoneLookup> lookup) {
        this.lookup = lookup;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void enrich(Source source, List<RowDraft> rows) {
        List<RowDraft> missing = rows.stream()
                .filter(row -> row.get(Field.PHONE).isEmpty()
                        && !row.get(Field.REFERENCE).isEmpty())
                .toList();
        PhoneLookup database = missing.isEmpty() ? null : lookup.getIfAvailable();
        if (database == null) {
            return;
        }
        Map<String, Msisdn> found = database.find(
                source.name(),
                missing.stream().map(row -> row.get(Field.REFERENCE)).collect(Collectors.toSet()));
        for (RowDraft row : missing) {
            Msisdn phone = found.get(row.get(Field.REFERENCE));
            if (phone != null) {
                row.fill(Field.PHONE, phone.e164());
            }
        }
    }
}
