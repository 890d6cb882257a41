package pl.kurenda.delivery;

/** Whether reminders are leaving right now. */
public interface Traffic {

    /** Whether reminders are being sent, so that less urgent work should take only its share. */
    boolean busy();
}
