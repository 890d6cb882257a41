package pl.kurenda.ledger.phones;

import java.util.Collection;
import java.util.Map;
import pl.kurenda.recipient.Msisdn;

/** Phones of debts whose export has none, by what the domain system calls the debt. */
public interface PhoneLookup {
    /** A longer reference cannot be kept. */
    int LONGEST_REFERENCE = 190;

    /**
     * The phones that are known.
     *
     * @param source the domain system
     * @param references some hundred at most
     */
    Map<String, Msisdn> find(String source, Collection<String> references);

    /** Begins to replace what is known for a source. */
    Import replace(String source);

    /**
     * Forgets what is known for a source.
     *
     * @return how many
     */
    int clear(String source);

    /**
     * An import in blocks. What is in takes effect at once; what the import does not have is removed at its end, so that
     * an import that was cut short has removed nothing and is repeated as a whole.
     */
    interface Import {
        /** @param reference up to {@value PhoneLookup#LONGEST_REFERENCE} characters; of several, the last one holds */
        void add(String reference, Msisdn phone);

        /** @return how many older ones were removed; all stay where nothing was added */
        int finish();
    }
}
