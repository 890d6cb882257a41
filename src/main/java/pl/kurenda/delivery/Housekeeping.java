package pl.kurenda.delivery;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import pl.kurenda.ledger.Upkeep;

/** Settles what nobody else will: the leavings of dead nodes, what is past its time, what no receipt came for. */
@Component
@EnableConfigurationProperties(DeliverySettings.class)
public class Housekeeping {
    private final Upkeep upkeep;
    private final DeliverySettings settings;

    Housekeeping(Upkeep upkeep, DeliverySettings settings) {
        this.upkeep = upkeep;
        this.settings = settings;
    }

    /** Runs once over everything that is due. */
    public void tidy() {
        upkeep.tidy(settings.receiptWindow());
    }
}
