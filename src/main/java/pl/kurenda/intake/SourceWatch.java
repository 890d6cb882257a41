package pl.kurenda.intake;

/** Whether exports are being taken. */
public interface SourceWatch {

    /** Whether the route that takes the exports of the source runs. */
    boolean running(String source);
}
