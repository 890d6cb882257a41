package pl.kurenda.message;

/**
 * The values of a row for its reminder. Spaces around a value are ignored; null counts as empty.
 *
 * @param name of the debtor
 * @param amount owed, formatted for reading
 * @param due the due date, formatted for reading
 * @param account number to pay to
 * @param reference of the debt in the domain system
 * @param office that sends the reminder
 * @param days since the due date, if that has passed
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

    /** Without the fields that can be computed from the others. */
    public TemplateFields(String name, String amount, String due, String account, String reference, String office) {
        this(name, amount, due, account, reference, office, "", "");
    }

    /** Removes spaces, including no-break spaces, from both ends. */
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

    /** Leaves out the personal data. */
    @Override
    public String toString() {
        return "TemplateFields[]";
    }
}
