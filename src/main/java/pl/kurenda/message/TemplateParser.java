package pl.kurenda.message;

import java.util.ArrayList;
import java.util.List;

/** Parses a template in one pass from left to right. Positions in messages count from 1. */
final class TemplateParser {
    private static final String RULES = "allowed are the fields " + TemplateField.allowed()
            + " and optional parts in [ ] with at least one field inside, not within each other";

    private final String template;
    private final List<TemplatePart> whole = new ArrayList<>();
    private List<TemplatePart> current = whole;
    private int optionalStart = -1;
    private int at;

    private TemplateParser(String template) {
        this.template = template;
    }

    static List<TemplatePart> parse(String template) {
        if (template.isBlank()) {
            throw new IllegalArgumentException("the template is empty: it would send empty messages");
        }
        return new TemplateParser(template.stripTrailing())
                .parts(); // a YAML block ends with a line end that is not part of the template
    }

    private List<TemplatePart> parts() {
        while (at < template.length()) {
            switch (template.charAt(at)) {
                case '{' -> field();
                case '[' -> open();
                case ']' -> close();
                case '}' -> throw problem("} without {", at);
                default -> literal();
            }
        }
        if (optionalStart >= 0) {
            throw problem("[ without ]", optionalStart);
        }
        return List.copyOf(whole);
    }

    private void field() {
        int end = template.indexOf('}', at);
        if (end < 0) {
            throw problem("{ without }", at);
        }
        String placeholder = template.substring(at, end + 1);
        int position = at;
        current.add(new TemplatePart.Value(TemplateField.byPlaceholder(placeholder)
                .orElseThrow(() -> problem("unknown field " + placeholder, position))));
        at = end + 1;
    }

    private void open() {
        if (optionalStart >= 0) {
            throw problem("[ within the [ of position " + (optionalStart + 1), at);
        }
        optionalStart = at++;
        current = new ArrayList<>();
    }

    private void close() {
        if (optionalStart < 0) {
            throw problem("] without [", at);
        }
        if (current.stream().noneMatch(TemplatePart.Value.class::isInstance)) {
            throw problem("an optional part without a field", optionalStart);
        }
        whole.add(new TemplatePart.Optional(List.copyOf(current)));
        current = whole;
        optionalStart = -1;
        at++;
    }

    private void literal() {
        int start = at;
        while (at < template.length() && "{}[]".indexOf(template.charAt(at)) < 0) {
            at++;
        }
        current.add(new TemplatePart.Literal(template.substring(start, at)));
    }

    private static IllegalArgumentException problem(String what, int at) {
        return new IllegalArgumentException(what + " at position " + (at + 1) + " of the template; " + RULES);
    }
}
