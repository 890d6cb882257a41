package pl.kurenda.message;

/**
 * What a row has to say in its reminder. Spaces around a value do not count; null is taken as empty.
 *
 * @param name of the debtor
 * @param amount owed, as it shall be read
 * @param due the due date, as it shall be read
 * @param account number to pay to
 * @param reference of the debt in the domain system
 * @param office that writes
 * @param days since the due date, where that has passed
 * @param amountWords the amount in words
 */
public record TemplateFields(
        String name,
        String amount,
        String due,
        String account,
        String reference,
        String office,
        String days,
        String amountWords) {

    /** Without what can be reckoned from the rest. */
    public TemplateFields(String name, String amount, String due, String account, String reference, String office) {
        this(name, amount, due, account, reference, office, "", "");
    }

    /** Takes spaces, no-break ones too, off the ends. */
    public TemplateFields {
        name = trim(name);
        amount = trim(amount);
        due = trim(due);
        account = trim(account);
        reference = trim(reference);
        office = trim(office);
        days = trim(days);
        amountWords = trim(amountWords);
    }

    private static String trim(String value) {
        if (value == null) {
            return "";
        }
        int end = value.length();
        int start = 0;
        while (start < end && isSpace(value.charAt(start))) {
            start++;
        }
        while (end > start && isSpace(value.charAt(end - 1))) {
            end--;
        }
        return value.substring(start, end);
    }

    private static boolean isSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    /** Without the data of the person. */
    @Override
    public String toString() {
        return "TemplateFields[]";
    }
}
