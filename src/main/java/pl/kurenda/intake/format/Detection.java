package pl.kurenda.intake.format;

import pl.kurenda.ledger.batch.FileIdentity;

/** The result of examining a file. */
public sealed interface Detection {

    /** It can be read row by row. */
    record Readable(FileIdentity file, Layout layout) implements Detection {}

    /** It cannot be read at all. */
    record Unreadable(Refusal refusal) implements Detection {}

    /** The file was being written while it was examined. */
    record Changing() implements Detection {}
}
