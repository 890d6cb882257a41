package pl.kurenda.ops.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** References of imported phone numbers match those of exports, however a spreadsheet changed either. */
class PhonesCommandReferenceTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"D/ 7", " D/\u00a07 ", "'D/ 7", "'D/ 7'", "=\"D/ 7\"", "D/ 7\u200b", "\ufeffD/ 7", "D/ \u00ad7"})
    void isTheReferenceOfTheExport(String cell) {
        assertThat(PhonesCommand.reference(cell)).isEqualTo("D/ 7");
    }
}
