package pl.kurenda.message;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The fields that a template may contain. */
enum TemplateField {
    NAME(TemplateFields::name),
    AMOUNT(TemplateFields::amount),
    DUE(TemplateFields::due),
    ACCOUNT(TemplateFields::account),
    REFERENCE(TemplateFields::reference),
    OFFICE(TemplateFields::office),
    DAYS(TemplateFields::days),
    AMOUNT_WORDS(TemplateFields::amountWords);

    private final Function<TemplateFields, String> value;

    TemplateField(Function<TemplateFields, String> value) {
        this.value = value;
    }

    String of(TemplateFields fields) {
        return value.apply(fields);
    }

    /** The field as written in a template, {@code {name}}. */
    String placeholder() {
        return "{" + name().toLowerCase(Locale.ROOT).replace('_', '-') + "}";
    }

    static Optional<TemplateField> byPlaceholder(String placeholder) {
        return Arrays.stream(values())
                .filter(field -> field.placeholder().equals(placeholder))
                .findAny();
    }

    /** All placeholders, for an error message. */
    static String allowed() {
        return Arrays.stream(values()).map(TemplateField::placeholder).collect(Collectors.joining(" "));
    }
}
