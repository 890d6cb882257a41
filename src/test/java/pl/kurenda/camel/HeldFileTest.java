package pl.kurenda.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import pl.kurenda.DatabaseFixture;
import pl.kurenda.ledger.decision.Decision;
import pl.kurenda.ledger.decision.FileDecisionResult;
import pl.kurenda.ledger.decision.FileDecisions;
import pl.kurenda.ledger.dispatch.DispatchQueue;

/** A held file, from the drop to its release, on the real ledger. */
class HeldFileTest {
    @TempDir
    Path home;

    @Test
    void isAnsweredWithItsReasonsAndSentWhenItIsReleased() throws IOException {
        String header = "telefon;kwota;nr sprawy\n";
        StringBuilder rows = new StringBuilder(header);
        for (int i = 0; i < 60; i++) {
            rows.append("501234567;").append(100 + i).append(",00;A/").append(i).append('\n');
        }
        try (ConfigurableApplicationContext context = start()) {
            JsonNode receipt = drop("x.csv", rows.toString());
            assertThat(receipt.get("rows").asInt()).isEqualTo(60);
            assertThat(receipt.get("held").asInt()).isEqualTo(60);
            assertThat(receipt.get("queued").asInt()).isZero();
            assertThat(receipt.get("amount_queued").asText()).isEqualTo("0.00");
            assertThat(receipt.get("cost").asText()).isEqualTo("0.00");
            assertThat(receipt.get("reasons").toString()).isEqualTo("{\"GATE\":60}");
            assertThat(receipt.get("warnings").get(0).asText())
                    .isEqualTo("Ten sam numer telefonu ma 60 wierszy, więcej niż 20 (gate.max-per-phone)."
                            + " / 60 rows have one and the same phone number, more than 20 (gate.max-per-phone).");
            DispatchQueue dispatches = context.getBean(DispatchQueue.class);
            assertThat(dispatches.claim(100, source -> true)).isEmpty();

            JsonNode again = drop("y.csv", "y.repeated.csv", rows.toString());
            assertThat(again.get("rows").asInt()).isZero();
            assertThat(again.get("warnings").get(0).asText()).contains("x.csv");

            long id = context.getBean(JdbcClient.class)
                    .sql("select id from batch where state = 'HELD'")
                    .query(Long.class)
                    .single();
            FileDecisionResult released =
                    context.getBean(FileDecisions.class).decide(Decision.RELEASE, id, "jan", "one landlord");
            assertThat(released.changed()).isEqualTo(60);
            assertThat(dispatches.submitting(dispatches.claim(100, source -> true)))
                    .hasSize(60);
            assertThat(drop("small.csv", header + "501234567;1,00;B/1\n")
                            .get("queued")
                            .asInt())
                    .isEqualTo(1);
        }
    }

    private JsonNode drop(String name, String text) throws IOException {
        return drop(name, name, text);
    }

    private JsonNode drop(String name, String filed, String text) throws IOException {
        Path waste = home.resolve("dropbox/waste");
        Files.write(waste.resolve("in").resolve(name), text.getBytes(StandardCharsets.UTF_8));
        await().until(() -> Files.exists(waste.resolve("done").resolve(filed)));
        return new ObjectMapper()
                .readTree(waste.resolve("out").resolve(filed + ".receipt.json").toFile());
    }

    private ConfigurableApplicationContext start() {
        List<String> properties = List.of(
                "kurenda.home=" + home,
                "kurenda.demo=true",
                "spring.datasource.url=" + DatabaseFixture.url(),
                "spring.datasource.username=root",
                "camel.main.routes-include-pattern=file:routes/intake.camel.yaml,file:routes/load.camel.yaml,file:routes/payments.camel.yaml",
                "camel.main.jmx-enabled=false",
                "spring.main.banner-mode=off");
        return new SpringApplicationBuilder(DemoExportsTest.Parts.class)
                .web(WebApplicationType.NONE)
                .properties(properties.toArray(String[]::new))
                .run();
    }
}
