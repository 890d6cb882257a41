package pl.kurenda.web.today;

/**
 * An SMSC, ready for display.
 *
 * @param name name as in the database
 * @param state its condition in words
 * @param why why it refuses everything, in words; otherwise null
 * @param well whether messages get through
 */
public record SmscLine(String name, String state, String why, boolean well) {}
