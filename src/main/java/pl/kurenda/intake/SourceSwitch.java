package pl.kurenda.intake;

/** Takes sources out of use by hand, on this node and until it ends. */
public interface SourceSwitch {

    /**
     * Leaves exports of the source where they are; the one that is being loaded is loaded to its end.
     *
     * @throws IllegalArgumentException if there is no such source
     */
    void pause(String source);

    /**
     * Takes them again.
     *
     * @throws IllegalArgumentException if there is no such source
     */
    void resume(String source);
}
