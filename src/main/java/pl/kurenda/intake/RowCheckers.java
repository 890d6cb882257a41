package pl.kurenda.intake;

import java.time.Clock;
import org.springframework.stereotype.Component;
import pl.kurenda.message.PriceSettings;

/** Makes a checker for each file. */
@Component
class RowCheckers {
    private final IntakeSettings settings;
    private final PriceSettings price;
    private final Clock clock;

    RowCheckers(IntakeSettings settings, PriceSettings price, Clock clock) {
        this.settings = settings;
        this.price = price;
        this.clock = clock;
    }

    RowChecker of(Source source, Layout layout) {
        return new RowChecker(source, layout, price, clock, settings.expireAfter());
    }
}
