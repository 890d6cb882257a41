package pl.kurenda.intake.text;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The names of months in dates: in Polish in both cases, shortened as in spreadsheets or databases, in English, and in
 * Roman numerals.
 */
final class MonthNames {
    private static final List<String> LISTS = List.of(
            "stycznia lutego marca kwietnia maja czerwca lipca sierpnia wrzesnia pazdziernika listopada grudnia",
            "styczen luty marzec kwiecien maj czerwiec lipiec sierpien wrzesien pazdziernik listopad grudzien",
            "sty lut mar kwi maj cze lip sie wrz paz lis gru",
            "january february march april may june july august september october november december",
            "jan feb mar apr may jun jul aug sep oct nov dec",
            "i ii iii iv v vi vii viii ix x xi xii");

    private static final Map<String, Integer> NUMBERS = numbers();

    private MonthNames() {}

    private static Map<String, Integer> numbers() {
        Map<String, Integer> numbers = new HashMap<>();
        for (String list : LISTS) {
            String[] names = list.split(" ");
            for (int i = 0; i < names.length; i++) {
                numbers.put(names[i], i + 1);
            }
        }
        return Map.copyOf(numbers);
    }

    /** The number of the month, from 1, or 0 if this is not a month. */
    static int number(String name) {
        String plain = name.toLowerCase(Locale.ROOT)
                .replace('\u017a', 'z')
                .replace('\u015b', 's')
                .replace('\u0144', 'n');
        return NUMBERS.getOrDefault(plain, 0);
    }
}
