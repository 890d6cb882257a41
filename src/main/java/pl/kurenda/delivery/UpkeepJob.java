package pl.kurenda.delivery;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import pl.kurenda.ledger.decision.Decisions;
import pl.kurenda.ledger.upkeep.Upkeep;

/** The periodic jobs that concern reminders. Each has a route of its own, {@code upkeep-...}. */
@Component
@EnableConfigurationProperties(DeliverySettings.class)
public class UpkeepJob {
    /** How long a receipt may still prove that an UNKNOWN reminder was sent. */
    static final Duration PATIENCE = Duration.ofMinutes(10);

    private static final Logger LOG = LoggerFactory.getLogger(UpkeepJob.class);

    private final Upkeep upkeep;
    private final Decisions decisions;
    private final DeliverySettings settings;

    UpkeepJob(Upkeep upkeep, Decisions decisions, DeliverySettings settings) {
        this.upkeep = upkeep;
        this.decisions = decisions;
        this.settings = settings;
    }

    /** Releases the reminders of nodes that have stopped. */
    public void releaseDead() {
        upkeep.releaseDead();
    }

    /** Expires reminders that were not sent in time. */
    public void expire() {
        upkeep.expire();
    }

    /** Closes reminders whose receipt did not arrive within {@code kurenda.delivery.receipt-window}. */
    public void closeOverdue() {
        upkeep.closeOverdue(settings.receiptWindow());
    }

    /** Updates the totals. */
    public void count() {
        upkeep.count();
    }

    /** Sends UNKNOWN reminders again, if the settings say so. */
    public void resend() {
        if (settings.policy() == OnUnknown.RESEND) {
            int resent = decisions.resendUnknown(PATIENCE);
            if (resent > 0) {
                LOG.warn("{} reminders that were UNKNOWN are sent again (kurenda.delivery.on-unknown=resend)", resent);
            }
        }
    }
}
