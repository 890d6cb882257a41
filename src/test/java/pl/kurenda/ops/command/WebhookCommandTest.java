package pl.kurenda.ops.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.DefaultApplicationArguments;
import pl.kurenda.ledger.LedgerFixture;
import pl.kurenda.ledger.vendor.WebhookTargets;
import pl.kurenda.ledger.vendor.Webhooks;

class WebhookCommandTest {
    private final LedgerFixture ledger = new LedgerFixture();
    private final Webhooks webhooks = ledger.vendors().webhooks();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private int run(String language, String... words) {
        out.reset();
        PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
        CommandOutput voice = new CommandOutput("messages.webhooks", Locale.forLanguageTag(language), stream, stream);
        return new WebhookCommand(webhooks, Set.of("waste"), new WebhookTargets(List.of("inside")), voice)
                .run(new DefaultApplicationArguments(words));
    }

    private String text() {
        return out.toString(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @CsvSource({
        "http://1.1.1.1/x, en, not https",
        "https://127.0.0.1/x, en, own network",
        "https://192.168.1.9/x, pl, sieci wewnętrznej",
        "https://nowhere.invalid/x, pl, nie znajduje",
        "https://u:p@1.1.1.1/x, en, not an address"
    })
    void whatCannotBePostedToIsRefusedAtOnce(String url, String language, String sentence) {
        assertThat(run(language, "webhook", "create", "soft", "--sources=waste", "--url=" + url, "--who=ewa"))
                .isEqualTo(2);
        assertThat(text()).contains(sentence);
        assertThat(webhooks.all()).isEmpty();
    }

    @Test
    void aWebhookGetsANewSecretAndKeepsItsPlace() {
        assertThat(run("en", "webhook", "create", "soft", "--sources=waste", "--url=http://inside/x", "--who=ewa"))
                .as(text())
                .isZero();
        Webhooks.Webhook made = webhooks.all().get(0);
        assertThat(run("en", "webhook", "rotate", "7", "--who=ewa")).isEqualTo(1);
        assertThat(run("en", "webhook", "rotate", String.valueOf(made.id()), "--who=ewa"))
                .isZero();
        Webhooks.Webhook now = webhooks.all().get(0);
        assertThat(now.id()).isEqualTo(made.id());
        assertThat(now.secret()).isNotEqualTo(made.secret());
        assertThat(text()).contains(now.secret()).doesNotContain(made.secret());
        assertThat(ledger.sql("select action from audit_log order by id"))
                .containsExactly("WEBHOOK_CREATED", "WEBHOOK_ROTATED");
    }
}
