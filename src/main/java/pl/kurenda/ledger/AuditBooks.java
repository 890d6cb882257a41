package pl.kurenda.ledger;

import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Service;

/** The audit log in the database. */
@Service
class AuditBooks implements AuditLog {
    private static final int LONGEST_OBJECT = 190;

    private final Books books;
    private final Changes changes;

    AuditBooks(Books books, Changes changes) {
        this.books = books;
        this.changes = changes;
    }

    @Override
    public void note(String who, String action, String object, String why) {
        Map<String, Object> values = new HashMap<>();
        values.put("at", changes.now());
        values.put("who", Actor.cutWho(who));
        values.put("action", action);
        values.put("object", cut(object, LONGEST_OBJECT));
        values.put("why", Actor.cutWhy(why));
        books.update("""
                insert into audit_log (at, who, action, object, why)
                values (:at, :who, :action, :object, :why)""", values);
    }

    private static String cut(String text, int longest) {
        return text == null || text.length() <= longest ? text : text.substring(0, longest);
    }
}
