package pl.kurenda.money;

/**
 * A sum of money in grosze (1/100 PLN).
 *
 * @param grosze more than 0
 */
public record Amount(long grosze) {

    /** @throws IllegalArgumentException if the sum is not positive. */
    public Amount {
        if (grosze <= 0) {
            throw new IllegalArgumentException("an amount owed is more than nothing");
        }
    }

    /** For machines: {@code 1234.56}. */
    public String plain() {
        return Grosze.plain(grosze);
    }

    /** For people: {@code 1234,56}, without group marks, so that it reads the same in every alphabet. */
    public String polish() {
        return Grosze.polish(grosze);
    }
}
