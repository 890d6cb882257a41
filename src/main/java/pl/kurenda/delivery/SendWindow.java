package pl.kurenda.delivery;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * When the reminders of a source may go out: some days of the week between two times, never on a public holiday; or
 * always. Times are those of the office; a day with a clock change is handled by its zone.
 */
public final class SendWindow {
    private static final List<String> DAYS = List.of("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun");
    private static final String DAY = "(Mon|Tue|Wed|Thu|Fri|Sat|Sun)";
    private static final Pattern FORM =
            Pattern.compile(DAY + "(?:-" + DAY + ")? (\\d\\d:\\d\\d)-(\\d\\d:\\d\\d)", Pattern.CASE_INSENSITIVE);

    private final List<Span> spans;

    private SendWindow(List<Span> spans) {
        this.spans = spans;
    }

    /**
     * @param text {@code always}, or {@code Mon-Sat 08:00-20:00}, several separated by commas
     * @throws IllegalArgumentException saying what is allowed
     */
    public static SendWindow parse(String text) {
        if (text.strip().equalsIgnoreCase("always")) {
            return new SendWindow(List.of());
        }
        return new SendWindow(Arrays.stream(text.split(","))
                .map(part -> Span.parse(part.strip()))
                .toList());
    }

    /** Whether a reminder may leave at this moment. */
    public boolean isOpen(Instant moment, ZoneId zone) {
        return spans.isEmpty() || closing(moment, zone).isPresent();
    }

    /** When the window that is open at this moment closes; nothing where it is closed, or never closes. */
    public Optional<Instant> closing(Instant moment, ZoneId zone) {
        ZonedDateTime local = moment.atZone(zone);
        if (spans.isEmpty() || PolishHolidays.isHoliday(local.toLocalDate())) {
            return Optional.empty();
        }
        return spans.stream()
                .filter(span -> span.covers(local))
                .map(span -> local.with(span.until()).toInstant())
                .findFirst();
    }

    /** Since when the window has been open that is open at this moment; nothing where it is closed. */
    Optional<Instant> opening(Instant moment, ZoneId zone) {
        if (spans.isEmpty()) {
            return Optional.of(Instant.EPOCH);
        }
        ZonedDateTime local = moment.atZone(zone);
        return closing(moment, zone)
                .flatMap(open -> spans.stream()
                        .filter(span -> span.covers(local))
                        .map(span -> local.with(span.from()).toInstant())
                        .findFirst());
    }

    private record Span(int firstDay, int lastDay, LocalTime from, LocalTime until) {

        static Span parse(String text) {
            Matcher form = FORM.matcher(text);
            if (!form.matches()) {
                throw wrong(text);
            }
            int first = day(form.group(1));
            int last = form.group(2) == null ? first : day(form.group(2));
            try {
                Span span = new Span(first, last, LocalTime.parse(form.group(3)), LocalTime.parse(form.group(4)));
                if (!span.from.isBefore(span.until)) {
                    throw wrong(text);
                }
                return span;
            } catch (DateTimeParseException e) {
                throw wrong(text);
            }
        }

        private static int day(String name) {
            String canonical = name.substring(0, 1).toUpperCase(java.util.Locale.ROOT)
                    + name.substring(1).toLowerCase(java.util.Locale.ROOT);
            return DAYS.indexOf(canonical) + 1;
        }

        private static IllegalArgumentException wrong(String text) {
            return new IllegalArgumentException("a send window cannot be \"" + text
                    + "\": write always, or days and times within one day such as Mon-Sat 08:00-20:00");
        }

        boolean covers(ZonedDateTime local) {
            return onDay(local.getDayOfWeek())
                    && !local.toLocalTime().isBefore(from)
                    && local.toLocalTime().isBefore(until);
        }

        private boolean onDay(DayOfWeek day) {
            int n = day.getValue();
            return firstDay <= lastDay ? firstDay <= n && n <= lastDay : n >= firstDay || n <= lastDay;
        }
    }
}
