package pl.kurenda.money;

/**
 * A sum of money in grosze (1/100 PLN).
 *
 * @param grosze more than 0
 */
public record Amount(long grosze) {

    /** @throws IllegalArgumentException if the sum is not positive */
    public Amount {
        if (grosze <= 0) {
            throw new IllegalArgumentException("an amount owed is more than nothing");
        }
    }

    /**
     * Reads an amount cell. It has digits, alone or in groups of three divided by {@code .}, {@code ,}, {@code '}, a
     * space, a no-break space (U+00A0) or a narrow one (U+202F, U+2009, U+2007), then at most two decimals after
     * {@code .} or {@code ,}. {@code zł} (or {@code zl}, with or without a full stop) or {@code PLN} may stand before
     * or after it. An amount that could be read in two ways, such as {@code 12,345}, is
     * {@link AmountReading.Problem#INVALID}. So is a sum above 99,999,999.99 PLN, which no resident owes. Never throws.
     *
     * @param cell as exported, or null
     */
    public static AmountReading read(String cell) {
        return AmountCell.read(cell);
    }

    /**
     * The amount in Polish words: {@code dwanaście złotych trzydzieści cztery grosze}. Grosze are left out if there are
     * none.
     */
    public String words() {
        return AmountWords.of(grosze);
    }

    /** The amount for machines: {@code 1234.56}. */
    public String plain() {
        return Grosze.plain(grosze);
    }

    /** The amount for people: {@code 1234,56}, without group marks, so that it reads the same in every alphabet. */
    public String polish() {
        return Grosze.polish(grosze);
    }
}
