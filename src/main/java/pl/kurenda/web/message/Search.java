package pl.kurenda.web.message;

import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import pl.kurenda.ledger.read.FoundReminder;
import pl.kurenda.ledger.read.ReminderSearch;
import pl.kurenda.recipient.Msisdn;
import pl.kurenda.recipient.PhoneReading;

/**
 * What a clerk looks for. It is kept in the session, because no address and no log may contain a phone number.
 *
 * @param by {@code phone}, {@code reference} or {@code file}
 * @param what as typed
 * @param line of the file as typed, or empty
 */
record Search(String by, String what, String line) implements Serializable {
    static final Search NONE = new Search("phone", "", "");

    private static final List<String> WAYS = List.of("phone", "reference", "file");
    private static final int LONGEST = 255;
    private static final String LINE = "\\d{0,9}";

    /** What is wrong with it, as the key of a text. */
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

    /** What the ledger has of it, behind the one that was seen last; nothing while there is a problem. */
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

    /** What may be shown of it: a number is masked. */
    String shown() {
        return by.equals("phone") ? phone().map(Msisdn::masked).orElse("") : what.strip();
    }

    /** Without what was typed. */
    @Override
    public String toString() {
        return "Search[by=" + by + "]";
    }
}
