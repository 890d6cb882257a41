package pl.kurenda.delivery;

/** Whether reminders are leaving right now. */
public interface Traffic {

    /** Whether something is on its way out, so that what can wait should take its share and no more. */
    boolean busy();
}
