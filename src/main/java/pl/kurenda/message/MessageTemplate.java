package pl.kurenda.message;

import java.util.List;

/**
 * The text of a reminder with places for what a row says. Fields are {@code {name} {amount} {due} {account} {reference}
 * {office} {days} {amount-words}}; a part in {@code [ … ]} drops as a whole when a field inside it is empty. Elsewhere an empty field leaves
 * nothing, and no second space either. Immutable, safe for all threads.
 */
public final class MessageTemplate {
    private final List<TemplatePart> parts;

    private MessageTemplate(List<TemplatePart> parts) {
        this.parts = parts;
    }

    /**
     * @param template as set for a source; spaces and line ends after it do not count
     * @throws IllegalArgumentException if it is blank, names an unknown field, or if a bracket or brace has no partner;
     *     the message says what, at which position, and what is allowed
     */
    public static MessageTemplate parse(String template) {
        return new MessageTemplate(TemplateParser.parse(template));
    }

    /** Whether the field, such as {@code {days}}, stands in it. */
    public boolean names(String placeholder) {
        return names(parts, placeholder);
    }

    private static boolean names(List<TemplatePart> parts, String placeholder) {
        return parts.stream()
                .anyMatch(part -> part instanceof TemplatePart.Value value
                                && value.field().placeholder().equals(placeholder)
                        || part instanceof TemplatePart.Optional optional && names(optional.parts(), placeholder));
    }

    /** The text for a row. Values are taken as they are: brackets and braces in them mean nothing. */
    public String render(TemplateFields fields) {
        TemplateOutput output = new TemplateOutput();
        parts.forEach(part -> render(part, fields, output));
        return output.finish();
    }

    private static void render(TemplatePart part, TemplateFields fields, TemplateOutput output) {
        if (part instanceof TemplatePart.Literal literal) {
            output.append(literal.text());
        } else if (part instanceof TemplatePart.Value value) {
            render(value.field().of(fields), output);
        } else if (part instanceof TemplatePart.Optional optional) {
            if (optional.isFilled(fields)) {
                optional.parts().forEach(inner -> render(inner, fields, output));
            } else {
                output.leaveOut();
            }
        }
    }

    private static void render(String value, TemplateOutput output) {
        if (value.isEmpty()) {
            output.leaveOut();
        } else {
            output.append(value);
        }
    }
}
