package pl.kurenda.intake.source;

/** Shows which sources run, and pauses them by hand. A pause applies to this node until the node stops. */
public interface SourceControl {

    /** Whether the route that takes the exports of the source runs. */
    boolean running(String source);

    /**
     * Stops taking exports of the source; they stay where they are. An export that is already being loaded is finished.
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
