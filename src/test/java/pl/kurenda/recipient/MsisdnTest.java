package pl.kurenda.recipient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MsisdnTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"", "4850123", "4850123456789012", "+48501234567", "048501234567", "48501234x67", "48501234567\n"
            })
    void refusesWhatIsNoNumberAndDoesNotRepeatIt(String digits) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Msisdn(digits))
                .withMessage("not a phone number in international form");
    }

    @Test
    void showsItselfMaskedOnly() {
        Msisdn msisdn = new Msisdn("48501234567");
        assertThat(msisdn.toString()).isEqualTo(msisdn.masked()).isEqualTo("+48 *** *** 567");
        assertThat(msisdn.e164()).isEqualTo("+48501234567");
    }

    @ParameterizedTest
    @CsvSource({"48501234567,+48 *** *** 567", "+48501234567,+48 *** *** 567", "5012345,***", "'',***", "brak,***"})
    void masksWhateverStandsInTheCell(String written, String masked) {
        assertThat(PhoneMask.mask(written)).isEqualTo(masked);
    }
}
