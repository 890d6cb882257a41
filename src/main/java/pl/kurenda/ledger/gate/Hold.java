package pl.kurenda.ledger.gate;

import java.util.List;
import java.util.stream.Stream;

/** Why reminders are held because of their file, not because of their own row. */
public enum Hold {
    /** The file looks wrong. */
    GATE,
    /** The budget does not cover them. */
    BUDGET,
    /** Other reminders of the file go first. */
    CANARY;

    public static final List<String> NAMES = Stream.of(values()).map(Hold::name).toList();
}
