package pl.kurenda.ops;

import java.util.Map;

/** What health asks about the SMSCs. */
public interface SmscProbe {

    /** Whether a message can be submitted now, through one of them at least. */
    boolean bound();

    /** Which SMSCs they are, for a person who has logged in; no password. */
    String describe();

    /** How each of them does, by its name: {@code bound}, {@code unbound}, {@code slowed} … */
    Map<String, String> accounts();
}
