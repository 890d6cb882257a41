package pl.kurenda.web.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import pl.kurenda.ledger.vendor.WebhookTargets;
import pl.kurenda.ledger.vendor.Webhooks;
import pl.kurenda.ledger.vendor.Webhooks.Delivery;

/**
 * Posts outcomes to vendors. Each webhook has one post in progress at a time and no thread waits for it, so a slow
 * receiver delays only itself. A failed post is repeated after 10 s, 20 s, 40 s … up to an hour. Each pause is extended
 * by up to half at random, so that retries do not all come at once. After 16 attempts, about eight hours, the post is
 * given up until a person restarts it.
 */
@Component("webhookPoster")
public class WebhookPoster {
    static final int ATTEMPTS = 16;

    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration ANSWER = Duration.ofSeconds(15);
    private static final Duration HOLD = Duration.ofMinutes(1);
    private static final long FIRST_PAUSE = 10;
    private static final long LONGEST_PAUSE = 3600;
    private static final Logger LOG = LoggerFactory.getLogger(WebhookPoster.class);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Webhooks webhooks;
    private final WebhookTargets targets;
    private final Clock clock;
    private final Set<Long> underWay = ConcurrentHashMap.newKeySet();
    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(CONNECT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    @Autowired
    WebhookPoster(Webhooks webhooks, @Value("${kurenda.api.webhook-hosts-inside:}") List<String> inside, Clock clock) {
        this(webhooks, new WebhookTargets(inside), clock);
    }

    WebhookPoster(Webhooks webhooks, WebhookTargets targets, Clock clock) {
        this.webhooks = webhooks;
        this.targets = targets;
        this.clock = clock;
    }

    /** Posts what is due without waiting for the responses. */
    public void post() {
        webhooks.plan();
        for (Delivery delivery : webhooks.claim(underWay, HOLD)) {
            underWay.add(delivery.webhook().id());
            CompletableFuture<String> answer;
            try {
                answer = send(delivery);
            } catch (IOException | RuntimeException e) {
                answer = CompletableFuture.completedFuture(e.getClass().getSimpleName());
            }
            answer.exceptionally(WebhookPoster::word).thenAccept(word -> end(delivery, word));
        }
    }

    private CompletableFuture<String> send(Delivery delivery) throws IOException {
        URI url = URI.create(delivery.webhook().url());
        Optional<String> refusal = targets.refusal(url);
        if (refusal.isPresent()) {
            return CompletableFuture.completedFuture(refusal.get());
        }
        byte[] body = body(delivery);
        String time = String.valueOf(clock.instant().getEpochSecond());
        HttpRequest request = HttpRequest.newBuilder(url)
                .timeout(ANSWER)
                .header("Content-Type", "application/json")
                .header("Kurenda-Delivery", String.valueOf(delivery.id()))
                .header("Kurenda-Timestamp", time)
                .header(
                        "Kurenda-Signature",
                        "v1=" + signature(delivery.webhook().secret(), time, body))
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        return client.sendAsync(request, HttpResponse.BodyHandlers.ofInputStream())
                .orTimeout(HOLD.toSeconds() / 2, java.util.concurrent.TimeUnit.SECONDS)
                .thenApply(WebhookPoster::status);
    }

    private byte[] body(Delivery delivery) throws IOException {
        List<OutcomeView> outcomes = webhooks.events(delivery).stream()
                .map(event -> OutcomeView.of(event, clock.getZone()))
                .toList();
        return JSON.writeValueAsBytes(Map.of("delivery", String.valueOf(delivery.id()), "outcomes", outcomes));
    }

    /** HMAC-SHA256 over time, a dot and the body, so that an old post cannot be replayed as a new one. */
    static String signature(String secret, String time, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            mac.update((time + ".").getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HmacSHA256", e);
        }
    }

    /** Returns the status. The body of a response is not read, because it may never end. */
    private static String status(HttpResponse<InputStream> response) {
        try {
            response.body().close();
        } catch (IOException e) {
            LOG.debug("a receiver had gone");
        }
        return String.valueOf(response.statusCode());
    }

    private static String word(Throwable failure) {
        Throwable cause = failure.getCause() == null ? failure : failure.getCause();
        return cause.getClass().getSimpleName();
    }

    private void end(Delivery delivery, String answer) {
        try {
            if (answer.matches("2\\d\\d")) {
                webhooks.delivered(delivery, answer);
            } else {
                webhooks.failed(delivery, answer, next(delivery.attempts() + 1));
                LOG.warn(
                        "webhook {} of {}: delivery {} failed for the {}. time ({})",
                        delivery.webhook().id(),
                        delivery.webhook().vendor(),
                        delivery.id(),
                        delivery.attempts() + 1,
                        answer);
            }
        } catch (RuntimeException databaseAway) {
            // the claim expires, and the delivery is posted again
            LOG.error("delivery {} could not be booked: {}", delivery.id(), databaseAway.toString());
        } finally {
            underWay.remove(delivery.webhook().id());
        }
    }

    private Instant next(int attempts) {
        if (attempts >= ATTEMPTS) {
            return null;
        }
        long pause = Math.min(LONGEST_PAUSE, FIRST_PAUSE << Math.min(attempts - 1, 10));
        long millis = pause * 1000;
        return clock.instant().plusMillis(millis + ThreadLocalRandom.current().nextLong(millis / 2));
    }
}
