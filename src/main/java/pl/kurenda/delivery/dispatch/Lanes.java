package pl.kurenda.delivery.dispatch;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import java.util.function.LongSupplier;
import org.springframework.stereotype.Component;
import pl.kurenda.delivery.Complaints;
import pl.kurenda.delivery.account.SmscAccounts;
import pl.kurenda.delivery.rate.RateLimiter;
import pl.kurenda.delivery.rate.SharedTurns;
import pl.kurenda.delivery.rate.Slowdown;
import pl.kurenda.delivery.rate.Turns;
import pl.kurenda.delivery.smsc.Brake;
import pl.kurenda.delivery.smsc.MeasuredLink;
import pl.kurenda.delivery.smsc.Silence;
import pl.kurenda.delivery.smsc.SmscCondition;
import pl.kurenda.delivery.smsc.SmscControl;
import pl.kurenda.delivery.smsc.SmscLink;
import pl.kurenda.delivery.smsc.SmscLinks;
import pl.kurenda.delivery.window.SendWindows;
import pl.kurenda.ledger.core.NodeLease;
import pl.kurenda.ledger.dispatch.RateBlocks;

/** The lanes of all accounts. */
@Component
class Lanes implements SmscControl {
    private final NodeLease lease;
    private final List<Lane> all;

    Lanes(
            SmscAccounts accounts,
            SmscLinks links,
            SendWindows windows,
            NodeLease lease,
            RateBlocks blocks,
            Clock clock,
            MeterRegistry meters) {
        this.lease = lease;
        Complaints complaints = new Complaints(clock);
        LongSupplier nanos = System::nanoTime;
        all = accounts.all().stream()
                .map(account -> {
                    int rate = account.settings().rate();
                    Slowdown slowdown = new Slowdown(rate, nanos);
                    Turns turns = rate == 0 ? Turns.FREE : new SharedTurns(blocks, account.name(), rate, nanos);
                    Departures departures = new Departures(new RateLimiter(turns, slowdown), lease, windows, clock);
                    Brake brake = new Brake(account.address(), slowdown, complaints, nanos);
                    SmscLink measured = new MeasuredLink(
                            links.of(account),
                            account.name(),
                            account.settings().window(),
                            meters);
                    Silence link = new Silence(measured, account, complaints, nanos);
                    Submitter submitter = new Submitter(account, link, departures, brake, clock);
                    return new Lane(account, link, submitter, departures, brake, slowdown);
                })
                .toList();
    }

    List<Lane> all() {
        return all;
    }

    @Override
    public boolean bound() {
        // a node that has lost its lease sends nothing, even if its sessions are bound
        return lease.valid() && all.stream().anyMatch(Lane::usable);
    }

    @Override
    public List<SmscCondition> conditions() {
        return all.stream().map(Lane::condition).toList();
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

    private Lane lane(String account) {
        return all.stream()
                .filter(lane -> lane.name().equals(account))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no account of this name"));
    }
}
