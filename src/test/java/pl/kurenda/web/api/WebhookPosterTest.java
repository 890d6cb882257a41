package pl.kurenda.web.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.jayway.jsonpath.JsonPath;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pl.kurenda.ledger.LedgerFixture;
import pl.kurenda.ledger.vendor.ApiGrant;
import pl.kurenda.ledger.vendor.ApiSecret;
import pl.kurenda.ledger.vendor.WebhookTargets;
import pl.kurenda.ledger.vendor.Webhooks;

class WebhookPosterTest {
    private final LedgerFixture ledger = new LedgerFixture();
    private final Webhooks webhooks = ledger.vendors().webhooks();
    private final Map<String, Integer> answers = new ConcurrentHashMap<>();
    private final Map<String, Queue<Post>> posts = new ConcurrentHashMap<>();
    private final CountDownLatch slow = new CountDownLatch(1);
    private HttpServer server;
    private WebhookPoster poster;

    private record Post(String time, String signature, byte[] body) {
        String text() {
            return new String(body, StandardCharsets.UTF_8);
        }
    }

    @BeforeEach
    void listen() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", this::take);
        server.start();
        poster = new WebhookPoster(webhooks, new WebhookTargets(List.of("localhost")), ledger.clock());
        ApiGrant grant = new ApiGrant(0, "x", "x", Set.of("waste"), Set.of(ApiGrant.Scope.READ), false);
        ledger.vendors()
                .tokens()
                .create(grant, ApiSecret.make(false), ledger.clock().instant().plus(Duration.ofDays(9)), "test");
        ledger.load("x.csv", 5);
    }

    @AfterEach
    void stop() {
        slow.countDown();
        server.stop(0);
    }

    private void take(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        posts.computeIfAbsent(path, p -> new ConcurrentLinkedQueue<>())
                .add(new Post(
                        exchange.getRequestHeaders().getFirst("Kurenda-Timestamp"),
                        exchange.getRequestHeaders().getFirst("Kurenda-Signature"),
                        exchange.getRequestBody().readAllBytes()));
        if (path.equals("/slow")) {
            try {
                slow.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        int status = answers.getOrDefault(path, 204);
        if (status == 302) {
            exchange.getResponseHeaders().add("Location", "/elsewhere");
        }
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }

    private long webhook(String path) {
        return webhooks.create(
                "wastesoft",
                "http://localhost:" + server.getAddress().getPort() + path,
                "secret" + path,
                Set.of("waste"),
                "test");
    }

    /** Withdraws the reminders of these lines, which ends them. */
    private void end(int first, int last) {
        List<Long> ids = new ArrayList<>();
        for (int line = first; line <= last; line++) {
            ids.add(ledger.id(line));
        }
        ledger.decisions().decide(pl.kurenda.ledger.decision.Decision.WITHDRAW, ids, "test", "test");
        ledger.vendors().feed().publish();
    }

    private int count(String path) {
        return posts.getOrDefault(path, new ConcurrentLinkedQueue<>()).size();
    }

    private void settled(String state) {
        await().until(() ->
                ledger.count("webhook_delivery where claimed_until is null and state = '" + state + "'") > 0);
    }

    @Test
    void outcomesArePostedOnceAndSigned() {
        webhook("/in");
        end(2, 4);
        poster.post();
        settled("DELIVERED");
        poster.post();
        assertThat(count("/in")).isEqualTo(1);
        Post post = posts.get("/in").peek();
        List<String> states = JsonPath.read(post.text(), "$.outcomes[*].state");
        assertThat(states).containsExactly("WITHDRAWN", "WITHDRAWN", "WITHDRAWN");
        assertThat(post.text()).doesNotContain("4850100");
        assertThat(post.signature()).isEqualTo("v1=" + WebhookPoster.signature("secret/in", post.time(), post.body()));
        assertThat(post.signature()).isNotEqualTo("v1=" + WebhookPoster.signature("other", post.time(), post.body()));
        end(5, 5);
        poster.post();
        await().until(() -> count("/in") == 2);
    }

    @Test
    void whatAnotherVendorSentInIsNotPosted() {
        webhook("/in");
        ledger.run("""
                insert into submission (id, token_id, vendor, source, repeat_key, body_sha256, file_name, file_sha256,
                  received_at)
                select 'abc', 1, 'other', source, 'k', '', file_name, sha256, received_at from batch""");
        end(2, 2);
        poster.post();
        assertThat(ledger.count("webhook_delivery")).isZero();
        ledger.run("delete from submission");
        end(3, 3);
        poster.post();
        await().until(() -> count("/in") == 1);
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 302})
    void whatFailsIsTriedAgainAndThenGivenUpUntilAPersonSaysSo(int status) {
        long id = webhook("/in");
        answers.put("/in", status);
        end(2, 2);
        for (int attempt = 1; attempt <= WebhookPoster.ATTEMPTS; attempt++) {
            int now = attempt;
            poster.post();
            await().until(() ->
                    ledger.count("webhook_delivery where claimed_until is null and attempts = " + now) == 1);
            poster.post();
            assertThat(count("/in")).as("not before its time").isEqualTo(attempt);
            ledger.clock().advance(Duration.ofMinutes(91));
        }
        assertThat(count("/elsewhere")).as("no redirect is followed").isZero();
        List<String> dead = new ArrayList<>();
        webhooks.eachDead(one -> dead.add(one.answer()));
        assertThat(dead).containsExactly(String.valueOf(status));

        answers.remove("/in");
        assertThat(webhooks.redrive(id, "test")).isEqualTo(1);
        poster.post();
        settled("DELIVERED");
        assertThat(posts.get("/in").stream().map(Post::text).distinct())
                .as("the same each time")
                .hasSize(1);
    }

    @Test
    void aSlowReceiverKeepsOnlyItselfWaiting() {
        webhook("/slow");
        webhook("/in");
        end(2, 2);
        poster.post();
        await().until(() -> count("/in") == 1 && count("/slow") == 1);
        end(3, 3);
        await().until(() -> {
            poster.post();
            return count("/in") == 2;
        });
        assertThat(count("/slow")).as("one at a time").isEqualTo(1);
    }

    @Test
    void nothingOvertakesWhatFailed() {
        webhook("/in");
        answers.put("/in", 500);
        end(2, 2);
        poster.post();
        settled("PENDING");
        end(3, 3);
        for (int i = 0; i < 3; i++) {
            poster.post();
            poster.post();
        }
        assertThat(count("/in")).as("the second waits behind the first").isEqualTo(1);
        answers.remove("/in");
        ledger.clock().advance(Duration.ofMinutes(1));
        await().until(() -> {
            poster.post();
            return count("/in") == 3;
        });
        List<Integer> lines = posts.get("/in").stream()
                .map(post -> JsonPath.<Integer>read(post.text(), "$.outcomes[0].line"))
                .toList();
        assertThat(lines).containsExactly(2, 2, 3);
    }

    @Test
    void aNewSecretSignsWhatIsOnItsWay() {
        long id = webhook("/in");
        answers.put("/in", 500);
        end(2, 2);
        poster.post();
        settled("PENDING");
        answers.remove("/in");
        assertThat(webhooks.rotate(id, "fresh", "test")).isTrue();
        ledger.clock().advance(Duration.ofMinutes(1));
        poster.post();
        settled("DELIVERED");
        Post last = posts.get("/in").stream().reduce((first, second) -> second).orElseThrow();
        assertThat(last.signature()).isEqualTo("v1=" + WebhookPoster.signature("fresh", last.time(), last.body()));
    }

    @Test
    void twoNodesDoNotPostTheSame() {
        webhook("/in");
        end(2, 2);
        WebhookPoster other = new WebhookPoster(webhooks, new WebhookTargets(List.of("localhost")), ledger.clock());
        poster.post();
        other.post();
        settled("DELIVERED");
        assertThat(count("/in")).isEqualTo(1);
    }
}
