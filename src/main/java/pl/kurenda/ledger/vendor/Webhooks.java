package pl.kurenda.ledger.vendor;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.stereotype.Service;
import pl.kurenda.ledger.core.Actor;
import pl.kurenda.ledger.core.AuditLog;
import pl.kurenda.ledger.core.LedgerJdbc;
import pl.kurenda.ledger.core.Utc;
import pl.kurenda.ledger.vendor.WebhookDeliveryEntity.State;

/** Manages webhooks of vendors and the deliveries to them. Each outcome is delivered at least once. Needs no lease. */
@Service
public class Webhooks {
    private static final int EVENTS = 100;
    /** If a receiver is down, further outcomes stay in the feed and do not fill the table. */
    private static final int MOST_PENDING = 50;

    private static final int LONGEST_ANSWER = 64;

    private final LedgerJdbc ledgerJdbc;
    private final WebhookRepository webhooks;
    private final WebhookDeliveryRepository deliveries;
    private final OutcomeFeed feed;
    private final AuditLog audit;
    private final Clock clock;

    public Webhooks(
            LedgerJdbc ledgerJdbc,
            WebhookRepository webhooks,
            WebhookDeliveryRepository deliveries,
            OutcomeFeed feed,
            AuditLog audit,
            Clock clock) {
        this.ledgerJdbc = ledgerJdbc;
        this.webhooks = webhooks;
        this.deliveries = deliveries;
        this.feed = feed;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Creates a webhook. It gets the outcomes from now on.
     *
     * @param sources names in the ledger
     * @param secret that signs the posts
     * @return id of the webhook
     */
    public long create(String vendor, String url, String secret, Set<String> sources, String who) {
        String person = Actor.who(who);
        return ledgerJdbc.inTransaction(() -> {
            WebhookEntity webhook = new WebhookEntity(vendor, url, secret, sources, now(), person, feed.head());
            long id = webhooks.save(webhook).id();
            note("WEBHOOK_CREATED", id, person);
            return id;
        });
    }

    /** Returns all webhooks that have not been ended, ordered by id. */
    public List<Webhook> all() {
        return webhooks.findByEndedAtIsNullOrderById().stream()
                .map(WebhookEntity::webhook)
                .toList();
    }

    /** Ends a webhook and gives up its pending deliveries. */
    public boolean end(long id, String who) {
        String person = Actor.who(who);
        return ledgerJdbc.inTransaction(() -> {
            boolean ended = webhooks.end(id, now()) == 1;
            deliveries.giveUp(id, now());
            if (ended) {
                note("WEBHOOK_ENDED", id, person);
            }
            return ended;
        });
    }

    /** Gives a webhook a new secret. It signs all later posts, including those of deliveries made before. */
    public boolean rotate(long id, String secret, String who) {
        String person = Actor.who(who);
        return ledgerJdbc.inTransaction(() -> {
            boolean rotated = webhooks.rotate(id, secret) == 1;
            if (rotated) {
                note("WEBHOOK_ROTATED", id, person);
            }
            return rotated;
        });
    }

    private void note(String action, long id, String who) {
        audit.note(who, action, null, "webhook " + id);
    }

    /** Puts new outcomes into deliveries. */
    public void plan() {
        long head = feed.head();
        for (Webhook webhook : all()) {
            boolean more;
            do {
                more = ledgerJdbc.inTransaction(() -> plan(webhook, head));
            } while (more);
        }
    }

    /** @return whether there are more outcomes */
    private boolean plan(Webhook webhook, long head) {
        Optional<WebhookEntity> locked = webhooks.lockUnlessLocked(webhook.id()).filter(row -> row.position() < head);
        if (locked.isEmpty() || deliveries.countByWebhookIdAndState(webhook.id(), State.PENDING) >= MOST_PENDING) {
            return false;
        }
        WebhookEntity row = locked.get();
        OutcomeFeed.Page page = feed.read(webhook.vendor(), webhook.sources(), row.position(), EVENTS);
        if (!page.events().isEmpty()) {
            deliveries.save(new WebhookDeliveryEntity(row, row.position(), page.next(), now()));
        }
        row.advance(page.next());
        return page.more();
    }

    /**
     * Claims the deliveries that are due, in order, at most one for each webhook. While a delivery waits for its next
     * try, later ones of that webhook wait too.
     *
     * @param not webhooks to leave out
     * @param hold how long other nodes leave these deliveries alone
     */
    public List<Delivery> claim(Collection<Long> not, Duration hold) {
        return all().stream()
                .filter(webhook -> !not.contains(webhook.id()))
                .flatMap(webhook -> ledgerJdbc.inTransaction(() -> claim(webhook.id(), hold)).stream())
                .toList();
    }

    /** Only the oldest pending delivery, so that a correction never overtakes what it corrects. */
    private Optional<Delivery> claim(long webhook, Duration hold) {
        if (webhooks.lockUnlessLocked(webhook).isEmpty()) {
            // another node works on it
            return Optional.empty();
        }
        return deliveries.lockDue(webhook, now()).map(due -> {
            due.claim(Utc.of(clock.instant().plus(hold)));
            return due.delivery();
        });
    }

    /** Returns the outcomes of a delivery. */
    public List<OutcomeEvent> events(Delivery delivery) {
        return feed
                .read(delivery.webhook().vendor(), delivery.webhook().sources(), delivery.after(), EVENTS)
                .events()
                .stream()
                .filter(event -> event.position() <= delivery.to())
                .toList();
    }

    /** Records that the receiver has the delivery. */
    public void delivered(Delivery delivery, String answer) {
        end(delivery, answer, State.DELIVERED, now());
    }

    /**
     * Records that an attempt failed.
     *
     * @param next when to try again; null for never
     */
    public void failed(Delivery delivery, String answer, Instant next) {
        if (next == null) {
            end(delivery, answer, State.DEAD, now());
        } else {
            end(delivery, answer, State.PENDING, Utc.of(next));
        }
    }

    private void end(Delivery delivery, String answer, State state, LocalDateTime next) {
        String word = answer.length() <= LONGEST_ANSWER ? answer : answer.substring(0, LONGEST_ANSWER);
        LocalDateTime ended = state == State.PENDING ? null : now();
        ledgerJdbc.transact(() -> deliveries.tried(delivery.id(), state, word, next, ended));
    }

    /** Passes on the deliveries that were given up, ordered by id. */
    public void eachDead(Consumer<Delivery> consumer) {
        deliveries.dead().stream().map(WebhookDeliveryEntity::delivery).forEach(consumer);
    }

    /** Retries the deliveries of a webhook that were given up. */
    public int redrive(long webhookId, String who) {
        String person = Actor.who(who);
        return ledgerJdbc.inTransaction(() -> {
            int again = deliveries.redrive(webhookId, now());
            note("WEBHOOK_REDRIVE", webhookId, person);
            return again;
        });
    }

    private LocalDateTime now() {
        return Utc.of(clock.instant());
    }

    /**
     * A webhook.
     *
     * @param id of the webhook
     * @param vendor that owns it
     * @param url to post to
     * @param secret that signs the posts
     * @param sources names in the ledger
     */
    public record Webhook(long id, String vendor, String url, String secret, Set<String> sources) {
        /** Leaves out the secret. */
        @Override
        public String toString() {
            return "Webhook[id=" + id + "]";
        }
    }

    /**
     * A part of the feed for a webhook.
     *
     * @param id the same at each attempt
     * @param webhook it goes to
     * @param after position of the feed after which it begins
     * @param to last position of the feed in it
     * @param attempts that failed
     * @param answer response to the last attempt, or null
     */
    public record Delivery(long id, Webhook webhook, long after, long to, int attempts, String answer) {}
}
