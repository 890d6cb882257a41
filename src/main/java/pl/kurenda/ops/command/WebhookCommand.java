package pl.kurenda.ops.command;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import pl.kurenda.ledger.core.Actor;
import pl.kurenda.ledger.core.SandboxSource;
import pl.kurenda.ledger.vendor.ApiSecret;
import pl.kurenda.ledger.vendor.WebhookTargets;
import pl.kurenda.ledger.vendor.Webhooks;
import pl.kurenda.ledger.vendor.Webhooks.Delivery;
import pl.kurenda.ledger.vendor.Webhooks.Webhook;

/**
 * Runs {@code java -jar kurenda.jar webhook create|list|rotate|end|dead|redrive}: the addresses that receive outcomes
 * for vendors.
 */
public class WebhookCommand {
    /** Name of the command. */
    public static final String NAME = "webhook";

    private static final int DONE = 0;
    private static final int NOT_DONE = 1;
    private static final int LONGEST_URL = 1000;

    private final Webhooks webhooks;
    private final Set<String> sources;
    private final WebhookTargets targets;
    private final CommandOutput voice;

    /** Uses the language of the machine. */
    @Autowired
    WebhookCommand(
            Webhooks webhooks,
            Environment environment,
            @Value("${kurenda.api.webhook-hosts-inside:}") List<String> inside) {
        this(
                webhooks,
                sources(environment),
                new WebhookTargets(inside),
                new CommandOutput("messages.webhooks", Locale.getDefault(), System.out, System.err));
    }

    WebhookCommand(Webhooks webhooks, Set<String> sources, WebhookTargets targets, CommandOutput voice) {
        this.webhooks = webhooks;
        this.sources = new TreeSet<>(sources);
        this.targets = targets;
        this.voice = voice;
    }

    private static Set<String> sources(Environment environment) {
        return Binder.get(environment)
                .bind("kurenda.sources", Bindable.mapOf(String.class, Object.class))
                .orElse(Map.of())
                .keySet();
    }

    /**
     * Changes the webhooks, or prints them.
     *
     * @param arguments {@code webhook} and {@code create} with a vendor, {@code list}, {@code dead}, {@code rotate}, {@code
     *     end} or {@code redrive} with an id, and their options
     * @return exit code: 0 done, 1 there is no such webhook, 2 wrong usage
     */
    public int run(ApplicationArguments arguments) {
        Optional<TokenArguments> words = TokenArguments.of(arguments);
        if (words.isEmpty()) {
            return voice.complain("usage");
        }
        TokenArguments asked = words.get();
        if (asked.who().isBlank() || asked.who().length() > Actor.LONGEST_WHO) {
            return voice.complain("who.wrong", Actor.LONGEST_WHO);
        }
        return switch (asked.verb() + (asked.object() == null ? "" : " x")) {
            case "list" -> list();
            case "dead" -> dead();
            case "create x" -> create(asked);
            case "rotate x" -> rotate(asked);
            case "end x" -> end(asked);
            case "redrive x" -> redrive(asked);
            default -> voice.complain("usage");
        };
    }

    private int create(TokenArguments words) {
        List<String> asked = words.list("sources", "");
        String url = words.value("url", "");
        if (asked.isEmpty() || !words.object().matches("[a-z0-9][a-z0-9.-]{0,63}")) {
            return voice.complain("usage");
        }
        if (!isAddress(url)) {
            return voice.complain("url.wrong", url, LONGEST_URL);
        }
        Optional<String> refusal = targets.refusal(URI.create(url));
        if (refusal.isPresent()) {
            return voice.complain("url.refused." + refusal.get(), url);
        }
        for (String source : asked) {
            if (!sources.contains(source)) {
                return voice.complain("source.wrong", source, String.join(", ", sources));
            }
        }
        Set<String> names = asked.stream()
                .map(source -> words.has("sandbox") ? SandboxSource.of(source) : source)
                .collect(Collectors.toCollection(TreeSet::new));
        String secret = ApiSecret.forWebhook();
        long id = webhooks.create(words.object(), url, secret, names, words.who());
        voice.say("created", id, words.object());
        voice.print(secret);
        return DONE;
    }

    private static boolean isAddress(String url) {
        try {
            URI uri = new URI(url);
            return url.length() <= LONGEST_URL
                    && uri.getHost() != null
                    && uri.getUserInfo() == null
                    && ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()));
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private int list() {
        List<Webhook> all = webhooks.all();
        voice.print(
                all.isEmpty()
                        ? voice.text("none")
                        : String.join("\t", voice.text("columns").split(",")));
        all.forEach(one -> voice.print(String.join(
                "\t",
                String.valueOf(one.id()),
                one.vendor(),
                String.join(" ", new TreeSet<>(one.sources())),
                one.url())));
        return DONE;
    }

    private int dead() {
        int[] count = new int[1];
        webhooks.eachDead(one -> {
            if (count[0]++ == 0) {
                voice.print(String.join("\t", voice.text("dead.columns").split(",")));
            }
            voice.print(line(one));
        });
        if (count[0] == 0) {
            voice.say("dead.none");
        }
        return DONE;
    }

    private static String line(Delivery one) {
        return String.join(
                "\t",
                String.valueOf(one.id()),
                String.valueOf(one.webhook().id()),
                one.webhook().vendor(),
                String.valueOf(one.attempts()),
                String.valueOf(one.answer()));
    }

    private int rotate(TokenArguments words) {
        String secret = ApiSecret.forWebhook();
        if (words.id().isEmpty() || !webhooks.rotate(words.id().get(), secret, words.who())) {
            voice.warn("id.unknown", words.object());
            return NOT_DONE;
        }
        voice.say("rotated", words.object());
        voice.print(secret);
        return DONE;
    }

    private int end(TokenArguments words) {
        if (words.id().isEmpty() || !webhooks.end(words.id().get(), words.who())) {
            voice.warn("id.unknown", words.object());
            return NOT_DONE;
        }
        voice.say("ended", words.object());
        return DONE;
    }

    private int redrive(TokenArguments words) {
        boolean known = words.id().isPresent()
                && webhooks.all().stream()
                        .anyMatch(one -> one.id() == words.id().get());
        if (!known) {
            voice.warn("id.unknown", words.object());
            return NOT_DONE;
        }
        voice.say("redriven", webhooks.redrive(words.id().get(), words.who()));
        return DONE;
    }
}
