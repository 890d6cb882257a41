package pl.kurenda.ledger.gate;

import java.util.List;
import java.util.stream.Stream;

/** Why reminders are held because of their file, not for what stands in their own row. */
public enum Hold {
    /** The file looks wrong. */
    GATE,
    /** There is no money left for them. */
    BUDGET,
    /** Others of the file go first. */
    CANARY;

    public static final List<String> NAMES = Stream.of(values()).map(Hold::name).toList();
}
