package pl.kurenda.delivery.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class DeliveryReceiptTextTest {

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {"Dzień dobry, nie zapłacę", "id: stat: err:", "::::", "text:id:1 stat:DELIVRD err:000"})
    void nothingCanBeReadOutOfNothing(String text) {
        assertThat(DeliveryReceiptText.read(text)).isEqualTo(new DeliveryReceiptText(null, null, null));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "id:17 sub:001 dlvrd:001 submit date:2611240805 done date:2611240806 stat:DELIVRD err:000 text:Gmina|17|DELIVERED|000",
                "id:0A3f-x sub:001 dlvrd:000 stat:UNDELIV err:069 Text:|0A3f-x|UNDELIVERABLE|069",
                "id:17 stat:FAILED err:12|17|UNDELIVERABLE|12",
                "ID:17 Stat:delivrd ERR:0|17|DELIVERED|0",
                "id: 17 stat: EXPIRED|17|EXPIRED|-",
                "stat:REJECTD id:17|17|REJECTED|-",
                "id:17 sub:001 submit date:yesterday done date:99 stat:DELETED|17|DELETED|-",
                "id:17 err:404|17|-|404",
                "id:17 stat:PURPLE err:1|17|-|1",
                "id:17 status:ACCEPTED|17|ACCEPTED|-",
                "valid:3 id:17 substat:x stat:UNKNOWN|17|UNKNOWN|-",
                "id:17 stat:DELIVRD text:id:99 stat:UNDELIV err:9|17|DELIVERED|-",
            })
    void fieldsAreFoundInWhateverOrderAndCase(String text, String id, String stat, String error) {
        assertThat(DeliveryReceiptText.read(text)).isEqualTo(new DeliveryReceiptText(id, stat, error));
    }

    @Test
    void anyWhiteSpaceParts() {
        assertThat(DeliveryReceiptText.read("id:17\tstat:ENROUTE\nerr:0"))
                .isEqualTo(new DeliveryReceiptText("17", "ENROUTE", "0"));
    }

    @Test
    void anIdThatIsTooLongIsNoId() {
        assertThat(DeliveryReceiptText.read("id:" + "9".repeat(65) + " stat:DELIVRD"))
                .isEqualTo(new DeliveryReceiptText(null, "DELIVERED", null));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "0,-",
                "1,ENROUTE",
                "2,DELIVERED",
                "3,EXPIRED",
                "4,DELETED",
                "5,UNDELIVERABLE",
                "6,ACCEPTED",
                "7,UNKNOWN",
                "8,REJECTED",
                "9,-",
                "-1,-"
            })
    void numbersOfTheMessageState(int state, String word) {
        assertThat(DeliveryReceiptText.word(state)).isEqualTo(word);
    }
}
