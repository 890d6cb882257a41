package pl.kurenda.intake.source;

/** The state of the sources. Pauses them by hand, on this node until it ends. */
public interface SourceControl {

    /** Whether the route that takes the exports of the source runs. */
    boolean running(String source);

    /**
     * Leaves exports of the source where they are. An export that is being loaded is loaded to its end.
     *
     * @throws IllegalArgumentException if there is no such source
     */
    void pause(String source);

    /**
     * Takes exports again.
     *
     * @throws IllegalArgumentException if there is no such source
     */
    void resume(String source);
}
