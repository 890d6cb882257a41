package pl.kurenda.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Set;
import pl.kurenda.ledger.Webhooks.Delivery;
import pl.kurenda.ledger.Webhooks.Webhook;

/** Reads webhooks and deliveries from their rows. */
final class WebhookRows {
    static final String DELIVERIES = """
            select d.id, d.after_position, d.to_position, d.attempts, d.answer, w.id webhook, w.vendor, w.url, w.secret, w.sources
            from webhook_delivery d join webhook w on w.id = d.webhook_id""" + " ";

    private WebhookRows() {}

    static Webhook webhook(ResultSet rs) throws SQLException {
        return new Webhook(
                rs.getLong("webhook"),
                rs.getString("vendor"),
                rs.getString("url"),
                rs.getString("secret"),
                Set.of(rs.getString("sources").split(",")));
    }

    static Delivery delivery(ResultSet rs) throws SQLException {
        return new Delivery(
                rs.getLong("id"),
                webhook(rs),
                rs.getLong("after_position"),
                rs.getLong("to_position"),
                rs.getInt("attempts"),
                rs.getString("answer"));
    }
}
