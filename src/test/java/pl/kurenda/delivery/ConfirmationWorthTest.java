package pl.kurenda.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;
import pl.kurenda.MovableClock;
import pl.kurenda.ledger.inbox.OptOutRequest;
import pl.kurenda.ledger.inbox.OptOutRequests;
import pl.kurenda.ledger.optout.Confirmation;
import pl.kurenda.message.PriceSettings;
import pl.kurenda.recipient.Msisdn;

/** How long the confirmation of a STOP is worth sending. */
class ConfirmationWorthTest {

    @Test
    void itOutlivesChristmas() {
        MovableClock clock = new MovableClock("2026-12-23T21:00:00Z");
        List<Confirmation> answers = new ArrayList<>();
        new InboundSms(
                        Mockito.mock(OptOutRequests.class, settling -> {
                            Function<OptOutRequest, Optional<Confirmation>> confirmation = settling.getArgument(1);
                            confirmation
                                    .apply(new OptOutRequest(
                                            "smsc", new Msisdn("48501234567"), "GMINA", clock.instant()))
                                    .ifPresent(answers::add);
                            return 0;
                        }),
                        new OptOutSettings(List.of("STOP"), "Nie napiszemy.", ""),
                        new PriceSettings(new BigDecimal("0.0700")),
                        (source, from) -> from.plus(Duration.ofDays(5)),
                        clock)
                .settle();
        assertThat(answers).extracting(Confirmation::worth).containsExactly(Duration.ofDays(8));
    }
}
