package pl.kurenda.delivery;

/** Takes accounts out of use by hand, on this node and until it ends. */
public interface SmscSwitch {

    /**
     * Submits nothing more through the account; what is in flight is waited for, and receipts come in.
     *
     * @param account its name, as in {@link SmscCondition}
     * @throws IllegalArgumentException if there is no such account
     */
    void pause(String account);

    /**
     * Uses it again.
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
