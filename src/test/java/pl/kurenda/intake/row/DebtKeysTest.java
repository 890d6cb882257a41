package pl.kurenda.intake.row;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import pl.kurenda.intake.source.SourceFixture;
import pl.kurenda.money.Amount;
import pl.kurenda.recipient.Msisdn;

class DebtKeysTest {
    private static final LocalDate DUE = LocalDate.of(2026, 10, 15);
    private static final Msisdn PHONE = new Msisdn("48501234567");
    private static final Msisdn OTHER_PHONE = new Msisdn("48501234568");
    private static final Amount TEN = new Amount(1000);
    private static final Amount TWENTY = new Amount(2000);

    @Test
    void referenceDecidesWhereThereIsOne() {
        assertThat(key(PHONE, TEN, "1", "A/1", DUE)).isEqualTo(key(OTHER_PHONE, TWENTY, "2", "A/1", DUE));
        assertThat(key(PHONE, TEN, "1", "A/1", DUE)).isNotEqualTo(key(PHONE, TEN, "1", "A/2", DUE));
        assertThat(key(PHONE, TEN, "1", "A/1", DUE)).isNotEqualTo(key(PHONE, TEN, "1", "A/1", DUE.plusDays(1)));
    }

    @Test
    void accountAndPhoneDecideWithoutAReference() {
        assertThat(key(PHONE, TEN, "1", null, DUE)).isEqualTo(key(PHONE, TWENTY, "1", null, DUE));
        assertThat(key(PHONE, TEN, "1", null, DUE)).isNotEqualTo(key(OTHER_PHONE, TEN, "1", null, DUE));
        assertThat(key(PHONE, TEN, "1", null, DUE)).isNotEqualTo(key(PHONE, TEN, "2", null, DUE));
    }

    @Test
    void phoneAndAmountDecideWithoutEither() {
        assertThat(key(PHONE, TEN, null, null, DUE)).isEqualTo(key(PHONE, TEN, null, null, DUE));
        assertThat(key(PHONE, TEN, null, null, DUE)).isNotEqualTo(key(PHONE, TWENTY, null, null, DUE));
        assertThat(key(PHONE, TEN, null, null, null)).isNotEqualTo(key(PHONE, TEN, null, null, DUE));
    }

    @Test
    void partsDoNotRunIntoOneAnother() {
        assertThat(key(PHONE, TEN, null, "48501234567", null)).isNotEqualTo(key(PHONE, TEN, "48501234567", null, null));
        assertThat(key(PHONE, TEN, null, "A2026-10-15", null)).isNotEqualTo(key(PHONE, TEN, null, "A", DUE));
    }

    private static byte[] key(Msisdn phone, Amount amount, String account, String reference, LocalDate due) {
        Debt debt = new Debt(phone, amount, due, account, "Jan", reference == null ? "" : reference);
        byte[] key = DebtKeys.identity(SourceFixture.withHeader(), debt, DUE).key();
        assertThat(key).hasSize(32);
        return key;
    }
}
