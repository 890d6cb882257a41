package pl.kurenda.message;

/** The alphabet of a text on the air, with the SMPP data_coding that announces it (SMPP v3.4 §5.2.19). */
public enum Alphabet {
    /** GSM 03.38 default alphabet, one septet an octet: 160 septets, or 153 in each of several segments. */
    GSM7(0),
    /** UCS-2, big endian: 70 units, or 67 in each of several segments. */
    UCS2(8);

    private final int dataCoding;

    Alphabet(int dataCoding) {
        this.dataCoding = dataCoding;
    }

    /** The data_coding of SMPP. */
    public int dataCoding() {
        return dataCoding;
    }
}
