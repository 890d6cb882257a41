package pl.kurenda.message;

/** What becomes of letters that GSM 03.38 does not have. */
public enum AlphabetPolicy {
    /** Polish letters lose their marks, typographic signs become ASCII; what is left decides the alphabet. */
    TRANSLITERATE,
    /** The text goes out as it is, in UCS-2 where it needs that. */
    UCS2
}
