package pl.kurenda.intake.reader;

/**
 * A record of an export, with its bytes as they lie in the file.
 *
 * @param line physical line on which it starts, from 1
 * @param raw its bytes without the line end
 * @param cells number of cells; 0 if bad quoting or its size prevents counting
 * @param flaw why it cannot be read
 * @param ended whether a line end follows; the last line of a file may have none, and may be cut off
 */
public record RawRecord(int line, byte[] raw, int cells, Flaw flaw, boolean ended) {

    /** A record that ends with a line end. */
    public RawRecord(int line, byte[] raw, int cells, Flaw flaw) {
        this(line, raw, cells, flaw, true);
    }

    /** What may be wrong with a record before its cells are read. */
    public enum Flaw {
        /** It can be read. */
        NONE,
        /** A quote that is never closed, or text after the closing quote. */
        QUOTING,
        /** A cell over 64 KiB or a record over 1 MiB. */
        SIZE,
        /** Bytes that are invalid in the charset. */
        OCTETS
    }

    public boolean sound() {
        return flaw == Flaw.NONE;
    }

    RawRecord withFlaw(Flaw other) {
        return new RawRecord(line, raw, cells, other, ended);
    }

    /** Leaves out the contents of the row. */
    @Override
    public String toString() {
        return "CutRecord[line=" + line + ", flaw=" + flaw + "]";
    }
}
