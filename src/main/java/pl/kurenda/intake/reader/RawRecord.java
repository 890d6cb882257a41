package pl.kurenda.intake.reader;

/**
 * A record of an export as its octets lie in the file.
 *
 * @param line physical line on which it starts, from 1
 * @param raw its octets without the line end
 * @param cells how many cells it has; 0 where its quoting or size does not let them be counted
 * @param flaw what keeps it from being read
 * @param ended whether a line end follows; the last line of a file may have none, and be cut
 */
public record RawRecord(int line, byte[] raw, int cells, Flaw flaw, boolean ended) {

    /** One that a line end follows. */
    public RawRecord(int line, byte[] raw, int cells, Flaw flaw) {
        this(line, raw, cells, flaw, true);
    }

    /** What may be wrong with a record before anybody looks at its cells. */
    public enum Flaw {
        /** It can be read. */
        NONE,
        /** A quote that is never closed, or text after the closing quote. */
        QUOTING,
        /** A cell over 64 KiB or a record over 1 MiB. */
        SIZE,
        /** Octets that the charset does not have. */
        OCTETS
    }

    public boolean sound() {
        return flaw == Flaw.NONE;
    }

    RawRecord withFlaw(Flaw other) {
        return new RawRecord(line, raw, cells, other, ended);
    }

    /** Without what stood in the row. */
    @Override
    public String toString() {
        return "CutRecord[line=" + line + ", flaw=" + flaw + "]";
    }
}
