package pl.kurenda.ledger;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;

/** Failed logins in the database. One statement counts and locks, so that two nodes never count one less. */
@Service
class LoginBooks implements LoginFailures {
    /** Assignments are made from left to right, and see the new count. */
    private static final String COUNT = """
            insert into login_failure (subject, failures, last_at, locked_until)
            values (:subject, 1, :now, if(:free < 1, :now + interval 1 second, :now))
            on duplicate key update
              failures = if(last_at < :fresh, 1, least(failures + 1, 1000)), last_at = :now,
              locked_until = if(failures <= :free, :now,
                :now + interval least(pow(2, least(failures - :free - 1, 30)), :longest) second)""";

    private static final Duration KEPT = Duration.ofDays(1);

    private final Books books;
    private final Changes changes;

    LoginBooks(Books books, Changes changes) {
        this.books = books;
        this.changes = changes;
    }

    @Override
    public Duration locked(String subject) {
        LocalDateTime now = changes.now();
        List<LocalDateTime> until = books.sql()
                .queryForList(
                        "select locked_until from login_failure where subject = :subject and locked_until > :now",
                        Map.of("subject", hash(subject), "now", now),
                        LocalDateTime.class);
        return until.isEmpty() ? Duration.ZERO : Duration.between(now, until.get(0));
    }

    @Override
    public void failed(String subject, int free, Duration longest) {
        Map<String, Object> values = new HashMap<>();
        LocalDateTime now = changes.now();
        values.put("subject", hash(subject));
        values.put("now", now);
        values.put("free", free);
        values.put("longest", longest.toSeconds());
        values.put("fresh", now.minus(longest.multipliedBy(2)));
        books.update(COUNT, values);
        books.update("delete from login_failure where last_at < :old limit 100", Map.of("old", now.minus(KEPT)));
    }

    @Override
    public void succeeded(String subject) {
        books.update("delete from login_failure where subject = :subject", Map.of("subject", hash(subject)));
    }

    private static byte[] hash(String subject) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(subject.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
