package pl.kurenda.delivery.window;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * When the reminders of a source may go out: on some days of the week between two times, never on a public holiday; or
 * always. Times are in the office's time zone, which also handles days with a clock change.
 */
public final class SendWindow {
    private static final List<String> DAYS = List.of("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun");
    private static final String DAY = "(Mon|Tue|Wed|Thu|Fri|Sat|Sun)";
    private static final Pattern FORM =
            Pattern.compile(DAY + "(?:-" + DAY + ")? (\\d\\d:\\d\\d)-(\\d\\d:\\d\\d)", Pattern.CASE_INSENSITIVE);

    private static final int FURTHEST_DAYS = 60;

    private final List<Span> spans;

    private SendWindow(List<Span> spans) {
        this.spans = spans;
    }

    /**
     * @param text {@code always}, or {@code Mon-Sat 08:00-20:00}, several separated by commas
     * @throws IllegalArgumentException with a sentence on what is allowed
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

    /**
     * When the window that is open at this moment closes. Empty if it is closed, or never closes. Spans that overlap or
     * adjoin count as one.
     */
    public Optional<Instant> closing(Instant moment, ZoneId zone) {
        ZonedDateTime local = moment.atZone(zone);
        Optional<LocalTime> until = Optional.empty();
        for (Optional<LocalTime> more = until(local); more.isPresent(); more = until(local.with(until.get()))) {
            until = more;
        }
        return until.map(time -> local.with(time).toInstant());
    }

    private Optional<LocalTime> until(ZonedDateTime local) {
        return spans(local)
                .filter(span -> span.covers(local.toLocalTime()))
                .map(Span::until)
                .max(Comparator.naturalOrder());
    }

    /** When the window that is open at this moment opened; empty if it is closed. */
    Optional<Instant> opening(Instant moment, ZoneId zone) {
        if (spans.isEmpty()) {
            return Optional.of(Instant.EPOCH);
        }
        ZonedDateTime local = moment.atZone(zone);
        Optional<LocalTime> from = spans(local)
                .filter(span -> span.covers(local.toLocalTime()))
                .map(Span::from)
                .min(Comparator.naturalOrder());
        for (Optional<LocalTime> more = from; more.isPresent(); more = before(local, from.get())) {
            from = more;
        }
        return from.map(time -> local.with(time).toInstant());
    }

    private Optional<LocalTime> before(ZonedDateTime local, LocalTime from) {
        return spans(local)
                .filter(span -> span.from().isBefore(from) && !span.until().isBefore(from))
                .map(Span::from)
                .min(Comparator.naturalOrder());
    }

    /**
     * The first moment at or after this one at which the window is open. If there is none within two months, the moment
     * itself.
     */
    Instant next(Instant moment, ZoneId zone) {
        if (isOpen(moment, zone)) {
            return moment;
        }
        ZonedDateTime local = moment.atZone(zone);
        return IntStream.rangeClosed(0, FURTHEST_DAYS)
                .mapToObj(local::plusDays)
                .flatMap(day -> spans(day).map(span -> day.with(span.from()).toInstant()))
                .filter(opening -> opening.isAfter(moment))
                .min(Comparator.naturalOrder())
                .orElse(moment);
    }

    /** The spans of a day: none on a public holiday. */
    private Stream<Span> spans(ZonedDateTime day) {
        return PolishHolidays.isHoliday(day.toLocalDate())
                ? Stream.empty()
                : spans.stream().filter(span -> span.onDay(day.getDayOfWeek()));
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

        boolean covers(LocalTime time) {
            return !time.isBefore(from) && time.isBefore(until);
        }

        boolean onDay(DayOfWeek day) {
            int n = day.getValue();
            return firstDay <= lastDay ? firstDay <= n && n <= lastDay : n >= firstDay || n <= lastDay;
        }
    }
}
