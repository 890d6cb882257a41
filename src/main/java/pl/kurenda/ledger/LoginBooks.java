package pl.kurenda.ledger;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
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
    private static final Duration KNOWN = Duration.ofDays(30);

    private final Books books;
    private final Changes changes;

    LoginBooks(Books books, Changes changes) {
        this.books = books;
        this.changes = changes;
    }

    @Override
    public Map<String, Duration> locked(Collection<String> subjects) {
        LocalDateTime now = changes.now();
        Map<String, Duration> locked = new HashMap<>();
        books.sql()
                .query(
                        "select subject, locked_until from login_failure where subject in (:subjects) and locked_until > :now",
                        Map.of(
                                "subjects",
                                subjects.stream().map(LoginBooks::hash).toList(),
                                "now",
                                now),
                        rs -> {
                            byte[] found = rs.getBytes(1);
                            Duration left = Duration.between(now, rs.getObject(2, LocalDateTime.class));
                            subjects.stream()
                                    .filter(subject -> Arrays.equals(hash(subject), found))
                                    .forEach(subject -> locked.put(subject, left));
                        });
        return locked;
    }

    @Override
    public boolean known(String subject) {
        return !books.sql()
                .queryForList(
                        "select 1 from login_known where subject = :subject and last_at > :since",
                        Map.of("subject", hash(subject), "since", changes.now().minus(KNOWN)),
                        Integer.class)
                .isEmpty();
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
        LocalDateTime now = changes.now();
        Map<String, Object> values = Map.of("subject", hash(subject), "now", now, "old", now.minus(KNOWN));
        books.update("delete from login_failure where subject = :subject", values);
        books.update("""
                insert into login_known (subject, last_at) values (:subject, :now)
                on duplicate key update last_at = if(last_at < :now - interval 1 hour, :now, last_at)""", values);
        books.update("delete from login_known where last_at < :old limit 100", values);
    }

    private static byte[] hash(String subject) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(subject.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
