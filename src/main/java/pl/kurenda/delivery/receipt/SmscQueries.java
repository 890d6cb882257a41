package pl.kurenda.delivery.receipt;

import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;
import pl.kurenda.delivery.DeliverySettings;
import pl.kurenda.delivery.account.SmscAccount;
import pl.kurenda.delivery.account.SmscAccounts;
import pl.kurenda.delivery.smsc.MessageQuery;
import pl.kurenda.delivery.smsc.SmscLink;
import pl.kurenda.delivery.smsc.SmscLinks;
import pl.kurenda.ledger.core.NodeLease;
import pl.kurenda.ledger.receipt.MissingReceipts;

/**
 * Asks the SMSC for the state of segments whose receipt is overdue, if {@code query-after} is set. Off by default: many
 * operators do not accept query_sm, or count it against the rate.
 */
@Component
public class SmscQueries {
    private static final int BLOCK = 50;

    private final SmscAccounts accounts;
    private final SmscLinks links;
    private final MissingReceipts missingReceipts;
    private final NodeLease lease;
    private final DeliverySettings settings;

    SmscQueries(
            SmscAccounts accounts,
            SmscLinks links,
            MissingReceipts missingReceipts,
            NodeLease lease,
            DeliverySettings settings) {
        this.accounts = accounts;
        this.links = links;
        this.missingReceipts = missingReceipts;
        this.lease = lease;
        this.settings = settings;
    }

    /**
     * Asks about a block of segments of each account, one after another. Each segment is asked about once per
     * {@code query-after}.
     */
    public void ask() {
        accounts.all().stream()
                .filter(account -> !account.settings().queryAfter().isZero())
                .forEach(this::ask);
    }

    private void ask(SmscAccount account) {
        SmscLink link = links.of(account);
        if (!link.ready() || !lease.valid()) {
            return;
        }
        Duration after = account.settings().queryAfter();
        List<MissingReceipts.Segment> due =
                missingReceipts.take(account.name(), after, settings.receiptWindow(), BLOCK);
        for (MissingReceipts.Segment segment : due) {
            if (!link.ready()) {
                return;
            }
            link.query(new MessageQuery(segment.messageId(), segment.sender()))
                    .filter(status -> status.stat() != null)
                    .ifPresent(
                            status -> missingReceipts.settle(segment, status.stat(), "%03d".formatted(status.error())));
        }
    }
}
