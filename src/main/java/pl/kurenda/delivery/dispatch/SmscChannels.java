package pl.kurenda.delivery.dispatch;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import java.util.function.LongSupplier;
import org.springframework.stereotype.Component;
import pl.kurenda.delivery.LogThrottle;
import pl.kurenda.delivery.account.SmscAccounts;
import pl.kurenda.delivery.rate.AdaptiveThrottle;
import pl.kurenda.delivery.rate.ClusterRateSlots;
import pl.kurenda.delivery.rate.RateLimiter;
import pl.kurenda.delivery.rate.RateSlots;
import pl.kurenda.delivery.smsc.BindCircuitBreaker;
import pl.kurenda.delivery.smsc.MeasuredLink;
import pl.kurenda.delivery.smsc.NoResponseBreaker;
import pl.kurenda.delivery.smsc.SmscCondition;
import pl.kurenda.delivery.smsc.SmscControl;
import pl.kurenda.delivery.smsc.SmscLink;
import pl.kurenda.delivery.smsc.SmscLinks;
import pl.kurenda.delivery.window.SendWindows;
import pl.kurenda.ledger.core.NodeLease;
import pl.kurenda.ledger.dispatch.RateBlocks;

/** The channels of all accounts. */
@Component
class SmscChannels implements SmscControl {
    private final NodeLease lease;
    private final List<SmscChannel> all;

    SmscChannels(
            SmscAccounts accounts,
            SmscLinks links,
            SendWindows windows,
            NodeLease lease,
            RateBlocks blocks,
            Clock clock,
            MeterRegistry meters) {
        this.lease = lease;
        LogThrottle logThrottle = new LogThrottle(clock);
        LongSupplier nanos = System::nanoTime;
        all = accounts.all().stream()
                .map(account -> {
                    int rate = account.settings().rate();
                    AdaptiveThrottle adaptiveThrottle = new AdaptiveThrottle(rate, nanos);
                    RateSlots rateSlots =
                            rate == 0 ? RateSlots.FREE : new ClusterRateSlots(blocks, account.name(), rate, nanos);
                    SubmitPermit submitPermit =
                            new SubmitPermit(new RateLimiter(rateSlots, adaptiveThrottle), lease, windows, clock);
                    BindCircuitBreaker bindCircuitBreaker =
                            new BindCircuitBreaker(account.address(), adaptiveThrottle, logThrottle, nanos);
                    SmscLink measured = new MeasuredLink(
                            links.of(account),
                            account.name(),
                            account.settings().window(),
                            meters);
                    NoResponseBreaker link = new NoResponseBreaker(measured, account, logThrottle, nanos);
                    Submitter submitter = new Submitter(account, link, submitPermit, bindCircuitBreaker, clock);
                    return new SmscChannel(
                            account, link, submitter, submitPermit, bindCircuitBreaker, adaptiveThrottle);
                })
                .toList();
    }

    List<SmscChannel> all() {
        return all;
    }

    @Override
    public boolean bound() {
        // a node that has lost its lease sends nothing, even if its sessions are bound
        return lease.valid() && all.stream().anyMatch(SmscChannel::usable);
    }

    @Override
    public List<SmscCondition> conditions() {
        return all.stream().map(SmscChannel::condition).toList();
    }

    @Override
    public void pause(String account) {
        lane(account).pause();
    }

    @Override
    public void resume(String account) {
        lane(account).resume();
    }

    @Override
    public int inHand(String account) {
        return lane(account).inHand();
    }

    private SmscChannel lane(String account) {
        return all.stream()
                .filter(lane -> lane.name().equals(account))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no account of this name"));
    }
}
