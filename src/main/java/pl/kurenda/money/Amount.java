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

    /**
     * Reads an amount cell: digits, alone or in groups of three divided by {@code .}, {@code ,}, {@code '}, a space, a
     * no-break space (U+00A0) or a narrow one (U+202F, U+2009, U+2007), then at most two decimals after {@code .} or {@code ,}, with
     * {@code zł} (or {@code zl}, with a full stop or not) or {@code PLN} before or after it if written at all. What could be read in two ways, such as {@code 12,345}, is
     * {@link AmountReading.Problem#INVALID}, and so is a sum beyond 99,999,999.99 PLN, which no resident owes. Never
     * throws.
     *
     * @param cell as exported, or null
     */
    public static AmountReading read(String cell) {
        return AmountCell.read(cell);
    }

    /** In Polish words: {@code dwanaście złotych trzydzieści cztery grosze}; grosze only where there are any. */
    public String words() {
        return AmountWords.of(grosze);
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
