package pl.kurenda.message;

/** How to treat letters that GSM 03.38 does not have. */
public enum AlphabetPolicy {
    /**
     * Polish letters lose their diacritics, and typographic characters become ASCII. The result decides the alphabet.
     */
    TRANSLITERATE,
    /** The text is sent unchanged, in UCS-2 if it needs that. */
    UCS2
}
