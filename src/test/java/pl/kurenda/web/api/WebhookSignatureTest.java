package pl.kurenda.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class WebhookSignatureTest {

    @Test
    void theExampleOfTheDescriptionIsRight() throws IOException {
        String signature = WebhookPoster.signature("s3", "100", "{\"a\":1}".getBytes(StandardCharsets.UTF_8));
        try (InputStream in = getClass().getResourceAsStream("/openapi/kurenda-v1.yaml")) {
            assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8)).contains("`v1=" + signature + "`");
        }
    }
}
