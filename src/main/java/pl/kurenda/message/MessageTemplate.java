package pl.kurenda.message;

import java.util.List;

/**
 * The text of a reminder with placeholders for the values of a row. Fields are {@code {name} {amount} {due} {account}
 * {reference} {office} {days} {amount-words}}. A part in {@code [ … ]} is dropped as a whole if a field inside it is
 * empty. Elsewhere an empty field leaves nothing, not even a second space. Immutable, safe for all threads.
 */
public final class MessageTemplate {
    private final List<TemplatePart> parts;

    private MessageTemplate(List<TemplatePart> parts) {
        this.parts = parts;
    }

    /**
     * @param template as set for a source; spaces and line ends at its end are ignored
     * @throws IllegalArgumentException if it is blank, names an unknown field, or has an unpaired bracket or brace; the
     *     message says what is wrong, at which position, and what is allowed
     */
    public static MessageTemplate parse(String template) {
        return new MessageTemplate(TemplateParser.parse(template));
    }

    /** Whether the template contains the field, such as {@code {days}}. */
    public boolean names(String placeholder) {
        return names(parts, placeholder);
    }

    private static boolean names(List<TemplatePart> parts, String placeholder) {
        return parts.stream()
                .anyMatch(part -> part instanceof TemplatePart.Value value
                                && value.field().placeholder().equals(placeholder)
                        || part instanceof TemplatePart.Optional optional && names(optional.parts(), placeholder));
    }

    /** The text for a row. Values are inserted unchanged: brackets and braces in them have no meaning. */
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
