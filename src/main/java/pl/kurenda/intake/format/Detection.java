package pl.kurenda.intake.format;

import pl.kurenda.ledger.batch.FileIdentity;

/** What a look at a file gave. */
public sealed interface Detection {

    /** It can be read row by row. */
    record Readable(FileIdentity file, Layout layout) implements Detection {}

    /** It cannot be read at all. */
    record Unreadable(Refusal refusal) implements Detection {}

    /** It was being written while it was looked at. */
    record Changing() implements Detection {}
}
