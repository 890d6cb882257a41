package pl.kurenda.message;

/** The alphabet of a text on the air, with the SMPP data_coding that announces it (SMPP v3.4 §5.2.19). */
public enum Alphabet {
    /** GSM 03.38 default alphabet, one septet an octet: 160 septets, or 153 in each of several segments. */
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

    /** How many septets or units a text of one segment may have. */
    int single() {
        return single;
    }

    /** How many there may be in each of several segments, where the user data header takes six octets. */
    int joined() {
        return joined;
    }
}
