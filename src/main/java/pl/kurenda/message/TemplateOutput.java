package pl.kurenda.message;

/**
 * Assembles a rendered text and closes the gaps that empty fields leave: the second of two spaces, or a space before a
 * comma or a line end. Other spaces of the template or of a value stay.
 */
final class TemplateOutput {
    private static final String CLOSING = ",.;:!?)\n";

    private final StringBuilder text = new StringBuilder();
    private boolean gap;

    void leaveOut() {
        gap = true;
    }

    void append(String piece) {
        String rest = gap && piece.startsWith(" ") && isAtSpace() ? piece.substring(1) : piece;
        if (rest.isEmpty()) {
            return;
        }
        if (gap && CLOSING.indexOf(rest.charAt(0)) >= 0) {
            dropSpace();
        }
        text.append(rest);
        gap = false;
    }

    String finish() {
        if (gap) {
            dropSpace();
        }
        return text.toString();
    }

    private boolean isAtSpace() {
        return text.isEmpty() || Character.isWhitespace(text.charAt(text.length() - 1));
    }

    private void dropSpace() {
        int last = text.length() - 1;
        if (last >= 0 && text.charAt(last) == ' ') {
            text.setLength(last);
        }
    }
}
