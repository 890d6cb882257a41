package pl.kurenda.message;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The fields a template may name. */
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

    /** As it stands in a template, {@code {name}}. */
    String placeholder() {
        return "{" + name().toLowerCase(Locale.ROOT).replace('_', '-') + "}";
    }

    static Optional<TemplateField> byPlaceholder(String placeholder) {
        return Arrays.stream(values())
                .filter(field -> field.placeholder().equals(placeholder))
                .findAny();
    }

    /** All placeholders, for a message. */
    static String allowed() {
        return Arrays.stream(values()).map(TemplateField::placeholder).collect(Collectors.joining(" "));
    }
}
