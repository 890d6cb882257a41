package pl.kurenda.message;

/** The alphabet of an SMS text, with the SMPP data_coding that announces it (SMPP v3.4 §5.2.19). */
public enum Alphabet {
    /** GSM 03.38 default alphabet, one septet per octet: 160 septets, or 153 in each of several segments. */
    GSM7(0, 160, 153),
    /** UCS-2, big endian: 70 units, or 67 in each of several segments. */
    UCS2(8, 70, 67);

    private final int dataCoding;
    private final int single;
    private final int joined;

    Alphabet(int dataCoding, int single, int joined) {
        this.dataCoding = dataCoding;
        this.single = single;
        this.joined = joined;
    }

    /** The data_coding of SMPP. */
    public int dataCoding() {
        return dataCoding;
    }

    /** The most septets or units in the text of a single segment. */
    int single() {
        return single;
    }

    /** The most septets or units in each of several segments, whose user data header takes six octets. */
    int joined() {
        return joined;
    }
}
