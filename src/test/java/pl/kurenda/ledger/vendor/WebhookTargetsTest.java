package pl.kurenda.ledger.vendor;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WebhookTargetsTest {

    @ParameterizedTest
    @CsvSource({
        "http://example.org/x, NOT_HTTPS",
        "https://127.0.0.1/x, PRIVATE_ADDRESS",
        "https://10.1.2.3/x, PRIVATE_ADDRESS",
        "https://192.168.0.1/x, PRIVATE_ADDRESS",
        "https://172.20.0.1/x, PRIVATE_ADDRESS",
        "https://169.254.169.254/latest, PRIVATE_ADDRESS",
        "https://100.64.0.1/x, PRIVATE_ADDRESS",
        "https://0.0.0.0/x, PRIVATE_ADDRESS",
        "https://[::1]/x, PRIVATE_ADDRESS",
        "https://[fd00::1]/x, PRIVATE_ADDRESS",
        "https://[::ffff:10.0.0.1]/x, PRIVATE_ADDRESS",
        "https://[64:ff9b::a00:1]/x, PRIVATE_ADDRESS",
        "https://2130706433/x, PRIVATE_ADDRESS",
        "https://a:b@93.184.216.34/x, NO_ADDRESS",
        "https://no-such-host.invalid/x, UNKNOWN_HOST",
        "https://93.184.216.34/x,",
        "http://localhost/x,"
    })
    void whatIsInsideIsNotKnockedAt(String url, String refusal) {
        assertThat(new WebhookTargets(List.of("localhost"))
                        .refusal(URI.create(url))
                        .orElse(null))
                .isEqualTo(refusal);
    }
}
