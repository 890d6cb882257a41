package pl.kurenda.ledger;

/**
 * A change of state.
 *
 * @param reason kept in the history; may be null
 */
record Transition(ReminderState from, ReminderState to, String reason) {}
