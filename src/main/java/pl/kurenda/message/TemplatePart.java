package pl.kurenda.message;

import java.util.List;

/** A piece of a template. */
sealed interface TemplatePart {

    /** Text that is kept unchanged. */
    record Literal(String text) implements TemplatePart {}

    /** The value of a field. */
    record Value(TemplateField field) implements TemplatePart {}

    /** Literals and values that are kept or dropped together. */
    record Optional(List<TemplatePart> parts) implements TemplatePart {

        /** Whether every field inside has a value. */
        boolean isFilled(TemplateFields fields) {
            for (TemplatePart part : parts) {
                if (part instanceof Value value && value.field().of(fields).isEmpty()) {
                    return false;
                }
            }
            return true;
        }
    }
}
