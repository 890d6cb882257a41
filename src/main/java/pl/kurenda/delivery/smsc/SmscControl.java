package pl.kurenda.delivery.smsc;

import java.util.List;

/** Shows the state of the SMSC accounts and pauses them by hand. A pause applies to this node until it stops. */
public interface SmscControl {

    /** Whether this node can send now: it holds its lease and at least one account is usable. */
    boolean bound();

    /** Each account, in the order of the settings. */
    List<SmscCondition> conditions();

    /**
     * Submits nothing more through the account. Responses to segments in flight and receipts still come in.
     *
     * @param account its name, as in {@link SmscCondition}
     * @throws IllegalArgumentException if there is no such account
     */
    void pause(String account);

    /**
     * Uses the account again.
     *
     * @throws IllegalArgumentException if there is no such account
     */
    void resume(String account);

    /**
     * How many reminders are between SUBMITTING and their committed outcome: up to twice the window.
     *
     * @throws IllegalArgumentException if there is no such account
     */
    int inHand(String account);
}
