package pl.kurenda.ledger;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import pl.kurenda.MovableClock;
import pl.kurenda.ledger.batch.DebtIdentity;
import pl.kurenda.ledger.batch.FileIdentity;
import pl.kurenda.ledger.batch.NewReminder;
import pl.kurenda.ledger.batch.RejectedRow;
import pl.kurenda.money.Amount;
import pl.kurenda.recipient.Msisdn;

/** Files and rows as tests of the ledger load them. */
public class RowFixture {
    public final MovableClock clock = new MovableClock("2026-11-24T10:00:00Z");

    public static FileIdentity file(String name) {
        return new FileIdentity("waste", name, sha256(name), 100, Instant.parse("2026-11-24T09:00:00Z"));
    }

    public static String sha256(String text) {
        return java.util.HexFormat.of().formatHex(digest(text));
    }

    private static byte[] digest(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A row with the debt of its line. */
    public NewReminder row(int line) {
        return row(line, "debt" + line, 1000 + line, 1);
    }

    public NewReminder row(int line, String debt, long grosze, int segments) {
        return row(line, new Msisdn("48501" + String.format("%06d", line)), grosze, null, segments, debt);
    }

    /** A row with a given phone and account. */
    public NewReminder rowOf(int line, String phone, long grosze, String account) {
        return row(line, new Msisdn(phone), grosze, account, 1, "debt" + line);
    }

    private NewReminder row(int line, Msisdn phone, long grosze, String account, int segments, String debt) {
        return new NewReminder(
                line,
                phone,
                "Jan",
                new Amount(grosze),
                null,
                account,
                null,
                "GMINA",
                "Do zaplaty",
                "GSM7",
                segments,
                new BigDecimal("0.0700").multiply(BigDecimal.valueOf(segments)),
                new DebtIdentity(digest(debt), "overdue"),
                null,
                clock.instant().plus(Duration.ofDays(3)));
    }

    /** Rows with the debts of their lines. */
    public List<NewReminder> rows(int first, int last) {
        return java.util.stream.IntStream.rangeClosed(first, last)
                .mapToObj(this::row)
                .toList();
    }

    public RejectedRow rejection(int line) {
        return new RejectedRow(
                line, "PHONE_INVALID", "telefon", "123", 700L, "123;7,00".getBytes(StandardCharsets.UTF_8));
    }
}
