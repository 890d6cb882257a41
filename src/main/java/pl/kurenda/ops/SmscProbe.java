package pl.kurenda.ops;

/** What health asks about the SMSC. */
public interface SmscProbe {

    /** Whether a message can be submitted now. */
    boolean bound();

    /** Which SMSC it is, for a person who has logged in; no password. */
    String describe();
}
