package pl.kurenda.ops.command;

import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import pl.kurenda.ledger.core.Actor;
import pl.kurenda.ledger.core.SandboxSource;
import pl.kurenda.ledger.vendor.ApiGrant;
import pl.kurenda.ledger.vendor.ApiGrant.Scope;
import pl.kurenda.ledger.vendor.ApiSecret;
import pl.kurenda.ledger.vendor.ApiToken;
import pl.kurenda.ledger.vendor.ApiTokens;

/** Runs {@code java -jar kurenda.jar token create|list|rotate|revoke}: access to the vendor API. */
public class TokenCommand {
    /** Name of the command. */
    public static final String NAME = "token";

    private static final int DONE = 0;
    private static final int NOT_DONE = 1;
    private static final int MOST_DAYS = 3650;
    private static final int MOST_HOURS = 24 * 90;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

    private final ApiTokens tokens;
    private final Set<String> sources;
    private final Clock clock;
    private final CommandOutput voice;

    /** Uses the language of the machine. */
    @Autowired
    TokenCommand(ApiTokens tokens, Environment environment, Clock clock) {
        this(
                tokens,
                sources(environment),
                clock,
                new CommandOutput("messages.tokens", Locale.getDefault(), System.out, System.err));
    }

    TokenCommand(ApiTokens tokens, Set<String> sources, Clock clock, CommandOutput voice) {
        this.tokens = tokens;
        this.sources = new TreeSet<>(sources);
        this.clock = clock;
        this.voice = voice;
    }

    TokenCommand(ApiTokens tokens, Set<String> sources, Clock clock, Locale locale, PrintStream out, PrintStream err) {
        this(tokens, sources, clock, new CommandOutput("messages.tokens", locale, out, err));
    }

    private static Set<String> sources(Environment environment) {
        return Binder.get(environment)
                .bind("kurenda.sources", Bindable.mapOf(String.class, Object.class))
                .orElse(Map.of())
                .keySet();
    }

    /**
     * Changes the tokens, or prints them.
     *
     * @param arguments {@code token} and {@code create} with a vendor, {@code list}, {@code rotate} or {@code revoke}
     *     with an id, and their options; options with a dot are settings and are ignored
     * @return exit code: 0 done, 1 there is no such token, 2 wrong usage
     */
    public int run(ApplicationArguments arguments) {
        Optional<TokenArguments> words = TokenArguments.of(arguments);
        if (words.isEmpty()) {
            return voice.complain("usage");
        }
        TokenArguments asked = words.get();
        boolean object = asked.object() != null;
        String way = asked.verb() + (object ? " x" : "");
        if (!way.equals("list") && (asked.who().isBlank() || asked.who().length() > Actor.LONGEST_WHO)) {
            return voice.complain("who.wrong", Actor.LONGEST_WHO);
        }
        return switch (way) {
            case "list" -> list();
            case "create x" -> create(asked);
            case "rotate x" -> rotate(asked);
            case "revoke x" -> revoke(asked);
            default -> voice.complain("usage");
        };
    }

    private int create(TokenArguments words) {
        String vendor = words.object();
        if (!vendor.matches("[a-z0-9][a-z0-9.-]{0,63}")) {
            return voice.complain("vendor.wrong", vendor);
        }
        List<String> asked = words.list("sources", "");
        if (asked.isEmpty()) {
            return voice.complain("usage");
        }
        for (String source : asked) {
            if (!sources.contains(source)) {
                return voice.complain("source.wrong", source, String.join(", ", sources));
            }
            if (words.has("sandbox") && source.length() > SandboxSource.LONGEST) {
                return voice.complain("source.long", source, SandboxSource.LONGEST);
            }
        }
        String name = words.value("name", vendor);
        if (name.isBlank() || name.length() > 64) {
            return voice.complain("name.wrong");
        }
        Set<Scope> scopes = EnumSet.noneOf(Scope.class);
        for (String scope : words.list("scopes", "submit,read,cancel")) {
            if (!Set.of("submit", "read", "cancel").contains(scope)) {
                return voice.complain("scopes.wrong", scope);
            }
            scopes.add(Scope.valueOf(scope.toUpperCase(Locale.ROOT)));
        }
        ApiGrant grant = new ApiGrant(0, name, vendor, new HashSet<>(asked), scopes, words.has("sandbox"));
        return number(words, "days", 365, 1, MOST_DAYS)
                .map(days -> create(words, grant, days))
                .orElse(CommandOutput.WRONG_USAGE);
    }

    private int create(TokenArguments words, ApiGrant grant, int days) {
        Instant end = clock.instant().plus(Duration.ofDays(days));
        String secret = ApiSecret.make(grant.sandbox());
        long id = tokens.create(grant, secret, end, words.who());
        voice.say("created", id, grant.vendor(), time(end));
        voice.print(secret);
        return DONE;
    }

    private int rotate(TokenArguments words) {
        Optional<Integer> days = number(words, "days", 365, 1, MOST_DAYS);
        Optional<Integer> hours = number(words, "overlap", 24, 0, MOST_HOURS);
        if (days.isEmpty() || hours.isEmpty()) {
            return CommandOutput.WRONG_USAGE;
        }
        Optional<ApiToken> old = words.id().stream()
                .flatMap(id ->
                        tokens.all().stream().filter(token -> token.grant().tokenId() == id))
                .findFirst();
        if (old.isEmpty()) {
            voice.warn("id.unknown", words.object());
            return NOT_DONE;
        }
        Instant now = clock.instant();
        String secret = ApiSecret.make(old.get().grant().sandbox());
        Duration overlap = Duration.ofHours(hours.get());
        Optional<Long> fresh =
                tokens.rotate(words.id().get(), secret, overlap, now.plus(Duration.ofDays(days.get())), words.who());
        if (fresh.isEmpty()) {
            voice.warn("id.unknown", words.object());
            return NOT_DONE;
        }
        voice.say("rotated", fresh.get(), words.object(), time(now.plus(overlap)));
        voice.print(secret);
        return DONE;
    }

    private int revoke(TokenArguments words) {
        String why = words.value("why", "");
        if (why.isBlank() || why.length() > Actor.LONGEST_WHY) {
            return voice.complain("why.wrong", Actor.LONGEST_WHY);
        }
        if (words.id().isEmpty() || !tokens.revoke(words.id().get(), words.who(), why)) {
            voice.warn("id.unknown", words.object());
            return NOT_DONE;
        }
        voice.say("revoked", words.object());
        return DONE;
    }

    private int list() {
        List<ApiToken> all = tokens.all();
        if (all.isEmpty()) {
            voice.say("none");
            return DONE;
        }
        voice.print(String.join("\t", voice.text("columns").split(",")));
        all.forEach(token -> voice.print(line(token)));
        return DONE;
    }

    private String line(ApiToken token) {
        ApiGrant grant = token.grant();
        String state = token.revokedAt() != null ? "REVOKED" : token.validAt(clock.instant()) ? "VALID" : "EXPIRED";
        return String.join(
                        "\t",
                        String.valueOf(grant.tokenId()),
                        grant.vendor(),
                        grant.name(),
                        String.join(" ", new TreeSet<>(grant.sources())),
                        grant.scopes().stream()
                                .sorted()
                                .map(scope -> scope.name().toLowerCase(Locale.ROOT))
                                .collect(Collectors.joining(" ")),
                        voice.text("kind." + (grant.sandbox() ? "SANDBOX" : "LIVE")),
                        time(token.expiresAt()),
                        voice.text("state." + state),
                        token.usedAt() == null ? "–" : time(token.usedAt()),
                        token.createdBy())
                .replaceAll("[\\p{Cc}&&[^\t]]", " ");
    }

    private Optional<Integer> number(TokenArguments words, String option, int standard, int least, int most) {
        String value = words.value(option, String.valueOf(standard));
        if (value.matches("\\d{1,6}") && Integer.parseInt(value) >= least && Integer.parseInt(value) <= most) {
            return Optional.of(Integer.valueOf(value));
        }
        voice.complain("number.wrong", option, value, least, most);
        return Optional.empty();
    }

    private String time(Instant instant) {
        return TIME.format(instant.atZone(clock.getZone()));
    }
}
