package pl.kurenda.ledger;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.springframework.stereotype.Service;

/** The webhooks in the database. */
@Service
class WebhookBooks implements Webhooks {
    private static final int EVENTS = 100;
    /** What waits for a receiver that is away stays in the feed, and does not fill the table. */
    private static final int MOST_PENDING = 50;

    private final Books books;
    private final OutcomeFeed feed;
    private final Clock clock;

    WebhookBooks(Books books, OutcomeFeed feed, Clock clock) {
        this.books = books;
        this.feed = feed;
        this.clock = clock;
    }

    @Override
    public long create(String vendor, String url, String secret, Set<String> sources, String who) {
        Map<String, Object> values = values();
        values.put("vendor", vendor);
        values.put("url", url);
        values.put("secret", secret);
        values.put("sources", String.join(",", new TreeSet<>(sources)));
        values.put("who", Actor.who(who));
        return books.inTransaction(() -> {
            values.put("position", feed.head());
            books.update("""
                    insert into webhook (vendor, url, secret, sources, created_at, created_by, position)
                    values (:vendor, :url, :secret, :sources, :now, :who, :position)""", values);
            long id = books.sql()
                    .queryForObject("select max(id) from webhook where secret = :secret", values, Long.class);
            note("WEBHOOK_CREATED", id, values);
            return id;
        });
    }

    @Override
    public List<Webhook> all() {
        return books.sql()
                .query(
                        "select id webhook, vendor, url, secret, sources from webhook where ended_at is null order by id",
                        (rs, n) -> WebhookRows.webhook(rs));
    }

    @Override
    public boolean end(long id, String who) {
        Map<String, Object> values = values();
        values.put("id", id);
        values.put("who", Actor.who(who));
        return books.inTransaction(() -> {
            boolean ended =
                    books.update("update webhook set ended_at = :now where id = :id and ended_at is null", values) == 1;
            books.update(
                    "update webhook_delivery set state = 'DEAD', ended_at = :now where webhook_id = :id and state = 'PENDING'",
                    values);
            if (ended) {
                note("WEBHOOK_ENDED", id, values);
            }
            return ended;
        });
    }

    @Override
    public boolean rotate(long id, String secret, String who) {
        Map<String, Object> values = values();
        values.put("id", id);
        values.put("secret", secret);
        values.put("who", Actor.who(who));
        return books.inTransaction(() -> {
            boolean rotated =
                    books.update("update webhook set secret = :secret where id = :id and ended_at is null", values)
                            == 1;
            if (rotated) {
                note("WEBHOOK_ROTATED", id, values);
            }
            return rotated;
        });
    }

    private void note(String action, long id, Map<String, Object> values) {
        values.put("action", action);
        values.put("what", "webhook " + id);
        books.update("insert into audit_log (at, who, action, why) values (:now, :who, :action, :what)", values);
    }

    @Override
    public void plan() {
        long head = feed.head();
        for (Webhook webhook : all()) {
            boolean more;
            do {
                more = books.inTransaction(() -> plan(webhook, head));
            } while (more);
        }
    }

    /** @return whether there is more */
    private boolean plan(Webhook webhook, long head) {
        Map<String, Object> values = values();
        values.put("id", webhook.id());
        List<Long> position = books.sql()
                .queryForList(
                        "select position from webhook where id = :id and ended_at is null for update skip locked",
                        values,
                        Long.class);
        if (position.isEmpty() || position.get(0) >= head || pending(values) >= MOST_PENDING) {
            return false;
        }
        OutcomeFeed.Page page = feed.read(webhook.vendor(), webhook.sources(), position.get(0), EVENTS);
        values.put("after", position.get(0));
        values.put("to", page.next());
        if (!page.events().isEmpty()) {
            books.update("""
                    insert into webhook_delivery (webhook_id, after_position, to_position, state, next_at, created_at)
                    values (:id, :after, :to, 'PENDING', :now, :now)""", values);
        }
        books.update("update webhook set position = :to where id = :id", values);
        return page.more();
    }

    private long pending(Map<String, Object> values) {
        return books.sql()
                .queryForObject(
                        "select count(*) from webhook_delivery where webhook_id = :id and state = 'PENDING'",
                        values,
                        Long.class);
    }

    @Override
    public List<Delivery> claim(Collection<Long> not, Duration hold) {
        return all().stream()
                .filter(webhook -> !not.contains(webhook.id()))
                .flatMap(webhook -> books.inTransaction(() -> claim(webhook, hold)).stream())
                .toList();
    }

    /** The oldest that has not come to an end or none, so that a correction never overtakes what it corrects. */
    private List<Delivery> claim(Webhook webhook, Duration hold) {
        Map<String, Object> values = values();
        values.put("webhook", webhook.id());
        values.put("until", Utc.of(clock.instant().plus(hold)));
        if (locked(values).isEmpty()) {
            // another node is at it
            return List.of();
        }
        List<Long> due = books.sql().queryForList("""
                        select id from webhook_delivery
                        where id = (select min(id) from webhook_delivery where webhook_id = :webhook and state = 'PENDING')
                          and next_at <= :now and (claimed_until is null or claimed_until <= :now)
                        for update""", values, Long.class);
        if (due.isEmpty()) {
            return List.of();
        }
        values.put("id", due.get(0));
        books.update("update webhook_delivery set claimed_until = :until where id = :id", values);
        return books.sql()
                .query(WebhookRows.DELIVERIES + "where d.id = :id", values, (rs, n) -> WebhookRows.delivery(rs));
    }

    private List<Long> locked(Map<String, Object> values) {
        return books.sql()
                .queryForList(
                        "select id from webhook where id = :webhook and ended_at is null for update skip locked",
                        values,
                        Long.class);
    }

    @Override
    public List<OutcomeEvent> events(Delivery delivery) {
        return feed
                .read(delivery.webhook().vendor(), delivery.webhook().sources(), delivery.after(), EVENTS)
                .events()
                .stream()
                .filter(event -> event.position() <= delivery.to())
                .toList();
    }

    @Override
    public void delivered(Delivery delivery, String answer) {
        end(delivery, answer, "DELIVERED", null);
    }

    @Override
    public void failed(Delivery delivery, String answer, Instant next) {
        end(delivery, answer, next == null ? "DEAD" : "PENDING", next);
    }

    private void end(Delivery delivery, String answer, String state, Instant next) {
        Map<String, Object> values = values();
        values.put("id", delivery.id());
        values.put("answer", answer.length() <= 64 ? answer : answer.substring(0, 64));
        values.put("state", state);
        values.put("next", next == null ? values.get("now") : Utc.of(next));
        books.transact(() -> books.update("""
                update webhook_delivery set state = :state, answer = :answer, next_at = :next, claimed_until = null,
                  attempts = attempts + 1, ended_at = if(:state = 'PENDING', null, :now)
                where id = :id and state = 'PENDING'""", values));
    }

    @Override
    public void eachDead(Consumer<Delivery> consumer) {
        books.sql()
                .query(
                        WebhookRows.DELIVERIES + "where d.state = 'DEAD' order by d.id",
                        (rs, n) -> WebhookRows.delivery(rs))
                .forEach(consumer);
    }

    @Override
    public int redrive(long webhookId, String who) {
        Map<String, Object> values = values();
        values.put("id", webhookId);
        values.put("who", Actor.who(who));
        return books.inTransaction(() -> {
            int again = books.update("""
                    update webhook_delivery d join webhook w on w.id = d.webhook_id and w.ended_at is null
                    set d.state = 'PENDING', d.next_at = :now, d.attempts = 0, d.ended_at = null
                    where d.webhook_id = :id and d.state = 'DEAD'""", values);
            note("WEBHOOK_REDRIVE", webhookId, values);
            return again;
        });
    }

    private Map<String, Object> values() {
        Map<String, Object> values = new HashMap<>();
        values.put("now", Utc.of(clock.instant()));
        return values;
    }
}
