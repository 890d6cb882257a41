package pl.kurenda.intake;

/**
 * How the rows of one file are checked and rendered.
 *
 * @param validator keeps what it saw in earlier rows of the file
 */
record RowRules(Source source, Layout layout, RowValidator validator, MessageRenderer renderer) {

    /** What the rows that were checked so far show together. */
    Observations observations() {
        return validator.observations();
    }
}
