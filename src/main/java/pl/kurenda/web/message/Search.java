package pl.kurenda.web.message;

import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import pl.kurenda.ledger.read.FoundReminder;
import pl.kurenda.ledger.read.ReminderSearch;
import pl.kurenda.recipient.Msisdn;
import pl.kurenda.recipient.PhoneReading;

/**
 * A clerk's search. It is kept in the session, because no address and no log may contain a phone number.
 *
 * @param by {@code phone}, {@code reference} or {@code file}
 * @param what search text as typed
 * @param line line of the file as typed, or empty
 */
record Search(String by, String what, String line) implements Serializable {
    static final Search NONE = new Search("phone", "", "");

    private static final List<String> WAYS = List.of("phone", "reference", "file");
    private static final int LONGEST = 255;
    private static final String LINE = "\\d{0,9}";

    /** Returns the text key of the error in the search, if any. */
    Optional<String> problem() {
        if (what.isBlank() || what.length() > LONGEST || !WAYS.contains(by)) {
            return Optional.of("messages.what.missing");
        }
        if (by.equals("phone") && phone().isEmpty()) {
            return Optional.of("messages.phone.wrong");
        }
        return line.strip().matches(LINE) ? Optional.empty() : Optional.of("messages.line.wrong");
    }

    private Optional<Msisdn> phone() {
        return Msisdn.read(what) instanceof PhoneReading.Mobile mobile
                ? Optional.of(mobile.msisdn())
                : Optional.empty();
    }

    /** Returns the matching reminders that follow the last one shown; none if the search has an error. */
    List<FoundReminder> ask(ReminderSearch reminders, long after, int count) {
        if (problem().isPresent()) {
            return List.of();
        }
        return switch (by) {
            case "phone" ->
                phone().map(phone -> reminders.byPhone(phone, after, count)).orElse(List.of());
            case "reference" -> reminders.byReference(what.strip(), after, count);
            default ->
                reminders.byFile(what.strip(), line.isBlank() ? null : Integer.valueOf(line.strip()), after, count);
        };
    }

    /** Returns the search text for display, with a phone number masked. */
    String shown() {
        return by.equals("phone") ? phone().map(Msisdn::masked).orElse("") : what.strip();
    }

    /** Leaves out what was typed. */
    @Override
    public String toString() {
        return "Search[by=" + by + "]";
    }
}
