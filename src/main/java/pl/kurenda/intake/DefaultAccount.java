package pl.kurenda.intake;

import java.util.List;
import org.springframework.stereotype.Component;

/** The account of the office ({@code kurenda.sources.<name>.account}) for debts that name none. */
@Component
class DefaultAccount implements Enrichment {
    /** Its name in the settings. */
    static final String NAME = "account";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void enrich(Source source, List<RowDraft> rows) {
        String account = source.enriching().account();
        if (!account.isEmpty()) {
            rows.forEach(row -> row.fill(Field.ACCOUNT, account));
        }
    }
}
