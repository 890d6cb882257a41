package pl.kurenda.intake;

/** Whether exports of a source are being taken; asked by health. */
public interface SourceWatch {

    /** Whether the route of the source runs. */
    boolean running(String source);
}
