package pl.kurenda.intake.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pl.kurenda.intake.row.RowResult;
import pl.kurenda.ledger.batch.DebtIdentity;
import pl.kurenda.ledger.batch.NewReminder;
import pl.kurenda.ledger.core.Suppression;
import pl.kurenda.money.Amount;
import pl.kurenda.recipient.Msisdn;

class HoldOutTest {

    @ParameterizedTest
    @ValueSource(ints = {0, 5, 20, 90})
    void soManyPercentAreHeldOutAndAlwaysTheSame(int percent) {
        HoldOut group = new HoldOut(percent);
        long held = IntStream.range(0, 20_000)
                .filter(i -> group.draws(debt(i, "due")))
                .count();
        assertThat(held / 200.0).isCloseTo(percent, within(1.0));
        assertThat(IntStream.range(0, 1000))
                .allMatch(i -> group.draws(debt(i, "due")) == new HoldOut(percent).draws(debt(i, "due")));
    }

    @Test
    void aLargerGroupHasTheSmallerInItAndAStageDrawsAnew() {
        assertThat(IntStream.range(0, 5000).filter(i -> new HoldOut(10).draws(debt(i, "due"))))
                .allMatch(i -> new HoldOut(20).draws(debt(i, "due")));
        long both = IntStream.range(0, 20_000)
                .filter(i -> new HoldOut(50).draws(debt(i, "due")) && new HoldOut(50).draws(debt(i, "overdue-14")))
                .count();
        assertThat(both / 200.0).isCloseTo(25, within(1.5));
    }

    @Test
    void whatIsNotSentAnywayKeepsItsReason() {
        RowResult small = row(Suppression.BELOW_MINIMUM).heldOutBy(new HoldOut(90));
        assertThat(((RowResult.Valid) small).reminder().suppression()).isEqualTo(Suppression.BELOW_MINIMUM);
        RowResult none = row(null).heldOutBy(new HoldOut(0));
        assertThat(((RowResult.Valid) none).reminder().suppression()).isNull();
        int percent = IntStream.rangeClosed(1, 90)
                .filter(p -> new HoldOut(p).draws(debt(4, "due")))
                .findFirst()
                .orElseThrow();
        RowResult held = row(null).heldOutBy(new HoldOut(percent));
        assertThat(((RowResult.Valid) held).reminder().suppression()).isEqualTo(Suppression.HOLD_OUT);
    }

    private static RowResult row(Suppression why) {
        return new RowResult.Valid(new NewReminder(
                2,
                new Msisdn("48501234567"),
                "Jan",
                new Amount(100),
                null,
                null,
                null,
                "GMINA",
                "t",
                "GSM7",
                1,
                new BigDecimal("0.0700"),
                debt(4, "due"),
                why,
                Instant.EPOCH));
    }

    private static DebtIdentity debt(int number, String stage) {
        return new DebtIdentity(ByteBuffer.allocate(32).putInt(number).array(), stage);
    }
}
