package pl.kurenda.delivery;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import pl.kurenda.ledger.Decisions;
import pl.kurenda.ledger.Upkeep;

/** Settles what nobody else will: the leavings of dead nodes, what is past its time, what no receipt came for. */
@Component
@EnableConfigurationProperties(DeliverySettings.class)
public class Housekeeping {
    /** How long a receipt may still prove that a reminder of unknown fate went out. */
    static final Duration PATIENCE = Duration.ofMinutes(10);

    private static final Logger LOG = LoggerFactory.getLogger(Housekeeping.class);

    private final Upkeep upkeep;
    private final Decisions decisions;
    private final DeliverySettings settings;

    Housekeeping(Upkeep upkeep, Decisions decisions, DeliverySettings settings) {
        this.upkeep = upkeep;
        this.decisions = decisions;
        this.settings = settings;
    }

    /** Runs once over everything that is due. */
    public void tidy() {
        upkeep.tidy(settings.receiptWindow());
        if (settings.policy() == OnUnknown.RESEND) {
            int resent = decisions.resendUnknown(PATIENCE);
            if (resent > 0) {
                LOG.warn("{} reminders of unknown fate are sent again (kurenda.delivery.on-unknown=resend)", resent);
            }
        }
    }
}
