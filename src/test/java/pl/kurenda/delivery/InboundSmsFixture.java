package pl.kurenda.delivery;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import org.mockito.Mockito;
import pl.kurenda.ledger.inbox.OptOutRequests;
import pl.kurenda.message.PriceSettings;

/** Makes {@code InboundSms} for tests of other packages. */
public final class InboundSmsFixture {
    private InboundSmsFixture() {}

    /** Only reads, and carries nothing out. */
    public static InboundSms of(Clock clock) {
        return of(
                Mockito.mock(OptOutRequests.class, call -> {
                    throw new UnsupportedOperationException();
                }),
                clock);
    }

    /** Uses the shipped settings. */
    public static InboundSms of(OptOutRequests requests, Clock clock) {
        OptOutSettings settings = new OptOutSettings(
                List.of("STOP", "WYPISZ"), "Nie będziemy już wysyłać przypomnień SMS na ten numer.", "");
        return new InboundSms(
                requests, settings, new PriceSettings(new BigDecimal("0.0700")), (source, from) -> from, clock);
    }
}
