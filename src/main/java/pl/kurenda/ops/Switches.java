package pl.kurenda.ops;

import java.util.List;

/** What can be taken out of use by hand on this node, until it ends; answered by who knows sources and accounts. */
public interface Switches {

    /** The names of the sources. */
    List<String> sources();

    /** Whether exports of the source are being taken. */
    boolean taking(String source);

    /** Takes exports of the source, or leaves them where they are. */
    void take(String source, boolean goOn);

    /** The names of the accounts at SMSCs. */
    List<String> accounts();

    /** How an account does, in words. */
    String condition(String account);

    /** How many reminders are in flight or about to be, up to twice the window. */
    int inHand(String account);

    /** Submits through the account, or leaves it alone. */
    void use(String account, boolean goOn);
}
