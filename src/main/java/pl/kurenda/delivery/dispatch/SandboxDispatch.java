package pl.kurenda.delivery.dispatch;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import pl.kurenda.delivery.DeliverySettings;
import pl.kurenda.delivery.account.SmscAccounts;
import pl.kurenda.delivery.smsc.SmscLinks;
import pl.kurenda.delivery.window.SendWindows;
import pl.kurenda.ledger.core.NodeLease;
import pl.kurenda.ledger.dispatch.DispatchQueue;
import pl.kurenda.ledger.dispatch.RateBlocks;

/**
 * Sends sandbox reminders to the simulator beside the real SMSCs, if there is one. This is a separate dispatch with its
 * own queue, which holds only sandbox reminders, and one channel. So it can take neither a turn from a real reminder
 * nor the reminder itself.
 */
@Component
class SandboxDispatch implements SmartLifecycle {
    private final Dispatcher dispatcher;

    SandboxDispatch(
            @Qualifier("sandboxDispatches") DispatchQueue queue,
            OutcomeChannel outcomes,
            SmscAccounts accounts,
            SmscLinks links,
            SendWindows windows,
            NodeLease lease,
            RateBlocks blocks,
            DeliverySettings settings,
            MeterRegistry meters,
            Clock clock) {
        this.dispatcher = accounts.sandbox()
                .map(account -> new SmscChannels(
                        new SmscAccounts(List.of(account)), links, windows, lease, blocks, clock, meters))
                .map(lanes -> new Dispatcher(queue, outcomes, lanes, windows, lease, settings, clock))
                .orElse(null);
    }

    @Override
    public void start() {
        if (dispatcher != null) {
            dispatcher.start();
        }
    }

    @Override
    public void stop() {
        if (dispatcher != null) {
            dispatcher.stop();
        }
    }

    @Override
    public boolean isRunning() {
        return dispatcher != null && dispatcher.isRunning();
    }
}
