package pl.kurenda.intake.source;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The stages of a campaign. A debt gets one reminder in each stage. The name gives the first day of the stage: {@code
 * before-7} starts a week before the due date, {@code due} on the due date, {@code overdue-14} two weeks after it.
 * {@code before} is the time before the first of these.
 */
public final class CampaignStages {
    /** The only stage of a debt without a due date. */
    static final String NONE = "none";

    private static final String FIRST = "before";
    private static final Pattern NAME = Pattern.compile("before|due|(before|overdue)-([1-9]\\d{0,3})");

    /** The default stages of a source. Must stay below the constants that it uses. */
    public static final CampaignStages STANDARD = of(List.of("before", "due", "overdue-14"));

    private final NavigableMap<Long, String> byFirstDay;

    private CampaignStages(NavigableMap<Long, String> byFirstDay) {
        this.byFirstDay = byFirstDay;
    }

    /** @throws IllegalArgumentException if a name is wrong; the message says what is allowed */
    static CampaignStages of(List<String> names) {
        NavigableMap<Long, String> byFirstDay = new TreeMap<>();
        for (String name : names) {
            String other = byFirstDay.put(firstDay(name.strip()), name.strip());
            if (other != null) {
                throw new IllegalArgumentException("each stage once");
            }
        }
        byFirstDay.putIfAbsent(Long.MIN_VALUE, FIRST);
        return new CampaignStages(byFirstDay);
    }

    private static long firstDay(String name) {
        Matcher matcher = NAME.matcher(name);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("before, before-N, due and overdue-N with days N from 1 to 9999");
        }
        if (matcher.group(2) == null) {
            return name.equals(FIRST) ? Long.MIN_VALUE : 0;
        }
        long days = Long.parseLong(matcher.group(2));
        return matcher.group(1).equals(FIRST) ? -days : days;
    }

    /**
     * Returns the stage of a debt.
     *
     * @param due its due date, or null
     * @param today the day at the office
     */
    public String on(LocalDate due, LocalDate today) {
        return due == null
                ? NONE
                : byFirstDay.floorEntry(ChronoUnit.DAYS.between(due, today)).getValue();
    }
}
