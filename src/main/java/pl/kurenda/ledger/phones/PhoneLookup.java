package pl.kurenda.ledger.phones;

import java.util.Collection;
import java.util.Map;
import pl.kurenda.recipient.Msisdn;

/** Finds the phones of debts whose export has none, by the reference in the domain system. */
public interface PhoneLookup {
    /** Longer references cannot be stored. */
    int LONGEST_REFERENCE = 190;

    /**
     * Finds the phones of references.
     *
     * @param source the domain system
     * @param references at most some hundred
     */
    Map<String, Msisdn> find(String source, Collection<String> references);

    /** Starts an import that replaces the phones of a source. */
    Import replace(String source);

    /**
     * Removes all phones of a source.
     *
     * @return how many were removed
     */
    int clear(String source);

    /**
     * An import in blocks. Added phones take effect at once. Phones that the import does not contain are removed at its
     * end, so an interrupted import has removed nothing and can be repeated.
     */
    interface Import {
        /**
         * @param reference up to {@value PhoneLookup#LONGEST_REFERENCE} characters; if it is added more than once, the
         *     last phone counts
         */
        void add(String reference, Msisdn phone);

        /** @return number of older phones that were removed; if nothing was added, all of them stay */
        int finish();
    }
}
