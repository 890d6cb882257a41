package pl.kurenda.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MessageTemplateTest {
    private static final String RULES =
            "; allowed are the fields {name} {amount} {due} {account} {reference} {office} {days} {amount-words}"
                    + " and optional parts in [ ] with at least one field inside, not within each other";
    private static final TemplateFields FULL =
            new TemplateFields("Jan Łoś", "12,34", "30.11.2026", "61109010140000071219812874", "D/7", "Urząd");
    private static final TemplateFields BARE = new TemplateFields(null, "12,34", "", " ", "\u00A0", null);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Do {nam}|unknown field {nam} at position 4",
                "Do {Name}|unknown field {Name} at position 4",
                "{ name }|unknown field { name } at position 1",
                "{}|unknown field {} at position 1",
                "Do {name|{ without } at position 4",
                "Do name}|} without { at position 8",
                "{{name}}|unknown field {{name} at position 1",
                "{na[me]}|unknown field {na[me]} at position 1",
                "a [do {due}|[ without ] at position 3",
                "a do {due}]|] without [ at position 11",
                "a [b {due} [c {name}]]|[ within the [ of position 3 at position 12",
                "a [b] {name}|an optional part without a field at position 3",
                "a [] {name}|an optional part without a field at position 3",
                "[{due}] [|[ without ] at position 9"
            })
    void aWrongTemplateIsRefusedWithWhatWhereAndWhatIsAllowed(String template, String problem) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MessageTemplate.parse(template))
                .withMessage(problem + " of the template" + RULES);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n"})
    void anEmptyTemplateIsRefused(String template) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MessageTemplate.parse(template))
                .withMessage("the template is empty: it would send empty messages");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "bez pól|bez pól|bez pól",
                "{name}: {amount} PLN do {due}|Jan Łoś: 12,34 PLN do 30.11.2026|: 12,34 PLN do",
                "{office}[, nr {reference}]: {amount}[ do {due}].|Urząd, nr D/7: 12,34 do 30.11.2026.|: 12,34.",
                "Wpłata {amount}[ na konto {account}]|Wpłata 12,34 na konto 61109010140000071219812874|Wpłata 12,34",
                "[{name}, ]prosimy o {amount}|Jan Łoś, prosimy o 12,34|prosimy o 12,34",
                "a[ {name} {due}]b|a Jan Łoś 30.11.2026b|ab",
                "Dzień dobry {name}, prosimy|Dzień dobry Jan Łoś, prosimy|Dzień dobry, prosimy",
                "Dzień dobry {name} prosimy|Dzień dobry Jan Łoś prosimy|Dzień dobry prosimy",
                "{name} prosimy|Jan Łoś prosimy|prosimy",
                "prosimy {name}|prosimy Jan Łoś|prosimy",
                "a {name} {due} {account} b|a Jan Łoś 30.11.2026 61109010140000071219812874 b|a b",
                "a [{name}] [{due}] b|a Jan Łoś 30.11.2026 b|a b",
                "a  b {amount}  c|a  b 12,34  c|a  b 12,34  c",
                "({reference})|(D/7)|()",
            })
    void rendersARowWithAllFieldsAndOneWithTheAmountAlone(String template, String full, String bare) {
        assertThat(MessageTemplate.parse(template).render(FULL)).isEqualTo(full);
        assertThat(MessageTemplate.parse(template).render(BARE)).isEqualTo(bare);
    }

    @Test
    void lineEndsOfTheTemplateStayButForTheLast() {
        MessageTemplate template = MessageTemplate.parse("{office}\n{name}\nkoniec {due}\nx\n");
        assertThat(template.render(FULL)).isEqualTo("Urząd\nJan Łoś\nkoniec 30.11.2026\nx");
        assertThat(template.render(BARE)).isEqualTo("\n\nkoniec\nx");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{amount}", "[x {due}]", "]", "}{", "\\", "$1", "a  b", "{{", "[", " x", "x, y"})
    void aValueIsNotInterpreted(String value) {
        TemplateFields fields = new TemplateFields(value, "1", "", "", "", "");
        assertThat(MessageTemplate.parse("<{name}>[ {name}.]").render(fields))
                .isEqualTo("<" + value.strip() + "> " + value.strip() + ".");
    }

    @Property
    void noValueThrowsAndEachStandsAsItIs(@ForAll String name, @ForAll String due) {
        TemplateFields fields = new TemplateFields(name, "1", due, "", "", "");
        assertThat(MessageTemplate.parse("<{name}>{amount}<{due}>").render(fields))
                .isEqualTo("<" + fields.name() + ">1<" + fields.due() + ">");
    }

    @Property
    void aTemplateIsTakenOrRefusedWithAReason(@ForAll String template) {
        try {
            assertThat(MessageTemplate.parse(template).render(FULL)).isNotNull();
        } catch (IllegalArgumentException e) {
            assertThat(e).hasMessageContaining("template");
        }
    }

    @Test
    void fieldsShowNothingOfThePerson() {
        assertThat(FULL).hasToString("TemplateFields[]");
    }
}
