package pl.kurenda.web.today;

/**
 * An SMSC, ready to be shown.
 *
 * @param name as it stands in the database
 * @param state how it does, in words
 * @param why it refuses everything, in words; else null
 * @param well whether messages go through it
 */
public record SmscLine(String name, String state, String why, boolean well) {}
