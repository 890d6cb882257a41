package pl.kurenda.intake;

import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import pl.kurenda.ledger.Terms;

/** What a file of each source must pass before it is sent: {@code gate.*}, {@code budget.*}, {@code canary.*}. */
@Component
class SourceTerms {
    private final Map<String, TermsReader.Read> all = new HashMap<>();

    /** @throws IllegalArgumentException with a sentence on the key, its value and what is allowed. */
    SourceTerms(Environment environment, IntakeSettings settings) {
        Binder binder = Binder.get(environment);
        for (String source : settings.sources().keySet()) {
            all.put(source, new TermsReader(binder, source).read());
        }
    }

    /** @param mended whether the file is an answer dropped again: no export, and never a full one */
    Terms of(Source source, boolean mended) {
        TermsReader.Read read = all.get(source.name());
        boolean full = read.fullExport() && !mended;
        Gate gate = new Gate(read.gate(), full, mended);
        return new Terms(read.gate().enabled() ? gate::judge : null, read.budget(), read.canary(), full, !mended);
    }
}
