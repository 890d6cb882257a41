package pl.kurenda.ledger;

import java.util.List;
import java.util.Optional;
import pl.kurenda.recipient.Msisdn;

/** Finds reminders for reading, as for a resident who calls. The newest first. */
public interface ReminderSearch {

    /**
     * By the number.
     *
     * @param after id of the last one that was seen; 0 from the beginning
     * @param count how many at most, 1 or more
     */
    List<FoundReminder> byPhone(Msisdn phone, long after, int count);

    /**
     * By the reference of the debt, without regard to case.
     *
     * @param after id of the last one that was seen; 0 from the beginning
     * @param count how many at most, 1 or more
     */
    List<FoundReminder> byReference(String reference, long after, int count);

    /**
     * By the name of a file, as it stands in {@code done}, in any source.
     *
     * @param line on which the record starts, or null for all of the file, which come by line
     * @param after id of the last one that was seen; 0 from the beginning
     * @param count how many at most, 1 or more
     */
    List<FoundReminder> byFile(String file, Integer line, long after, int count);

    /**
     * What is UNKNOWN, by id.
     *
     * @param after the id to go on behind; 0 from the beginning
     * @param count how many at most, 1 or more
     */
    List<Unknown> unknown(long after, int count);

    /** All about one reminder. */
    Optional<ReminderStory> story(long reminderId);

    /**
     * A reminder of unknown fate.
     *
     * @param reminder as a list has it
     * @param witnessed whether a receipt waits for its number that may be its own, so that it may have been delivered
     */
    record Unknown(FoundReminder reminder, boolean witnessed) {}
}
