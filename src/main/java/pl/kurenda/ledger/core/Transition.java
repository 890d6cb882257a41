package pl.kurenda.ledger.core;

/**
 * A change of state.
 *
 * @param reason kept in the history; may be null
 */
public record Transition(ReminderState from, ReminderState to, String reason) {}
