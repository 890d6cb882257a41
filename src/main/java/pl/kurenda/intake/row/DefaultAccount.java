package pl.kurenda.intake.row;

import java.util.List;
import org.springframework.stereotype.Component;
import pl.kurenda.intake.column.Field;
import pl.kurenda.intake.source.Source;
import pl.kurenda.intake.source.SourceSettings;

/** Fills in the account of the office ({@code kurenda.sources.<name>.account}) if a debt has none. */
@Component
public class DefaultAccount implements Enrichment {
    @Override
    public String name() {
        return SourceSettings.ACCOUNT_STEP;
    }

    @Override
    public void enrich(Source source, List<RowDraft> rows) {
        String account = source.enriching().account();
        if (!account.isEmpty()) {
            rows.forEach(row -> row.fill(Field.ACCOUNT, account));
        }
    }
}
