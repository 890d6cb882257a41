package pl.kurenda.ledger.vendor;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * Generates and hashes the secrets of tokens. A secret is {@code kur_live_} or {@code kur_test_}, so that scanners for
 * leaked secrets find it, and 256 random bits. Slow hashes protect passwords, which people choose and others can guess.
 * One of 2^256 equally likely secrets cannot be guessed at any speed, so one SHA-256 is enough and a request costs
 * microseconds.
 */
public final class ApiSecret {
    private static final String LIVE = "kur_live_";
    private static final String TEST = "kur_test_";
    private static final int OCTETS = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private ApiSecret() {}

    /** Generates a token, to be shown once. */
    public static String make(boolean sandbox) {
        return (sandbox ? TEST : LIVE) + word();
    }

    /** Generates the secret that signs the posts to a webhook. */
    public static String forWebhook() {
        return "kur_hook_" + word();
    }

    /** Generates 256 random bits as 43 characters. */
    private static String word() {
        byte[] octets = new byte[OCTETS];
        RANDOM.nextBytes(octets);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(octets);
    }

    /** Returns the hash that is stored, 32 bytes. */
    public static byte[] hash(String secret) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
