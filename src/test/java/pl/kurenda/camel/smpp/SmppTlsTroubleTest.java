package pl.kurenda.camel.smpp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import pl.kurenda.delivery.smsc.SubmitOutcome.NotSent;

/** What an office reads in its log when TLS fails. Nothing is sent in that case. */
@ExtendWith(OutputCaptureExtension.class)
class SmppTlsTroubleTest extends TlsTestBed {

    @Test
    void anSmscThatIsSilentBehindItsTlsIsGivenUp(CapturedOutput log) throws Exception {
        front = TlsFront.before(smsc.port(), authority.server("smsc"), false);
        front.dead = true;
        rig = rig(front.port(), "operator", "30s");

        awaitRefused("takes the connection but does not answer the bind within 1 s", log);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "smsc | | not from an authority that this JVM trusts; get the authority's certificate from the operator and name"
                        + " it in spring.ssl.bundle.pem.operator.truststore.certificate, with kurenda.smsc.ssl-bundle=operator",
                "smsc | stranger | not from an authority that the SSL bundle 'stranger' trusts; get the authority's certificate"
                        + " from the operator and name it in spring.ssl.bundle.pem.stranger.truststore.certificate",
                "elsewhere | operator | is not for the host 'localhost'; set kurenda.smsc.host to the name",
                "expired | operator | out of date or not valid yet; check the clock of this machine",
            })
    void aCertificateThatProvesNothingIsRefusedInOneSentence(
            String shown, String bundle, String sentence, CapturedOutput log) throws Exception {
        front = TlsFront.before(smsc.port(), authority.server(shown), false);
        rig = rig(front.port(), bundle, "30s");

        awaitRefused(sentence, log);
        assertThat(smsc.bindsAsked).as("no password went out").hasValue(0);
    }

    @ParameterizedTest
    @EnumSource(NoTls.class)
    void aPortWithoutTlsIsToldSo(NoTls manner, CapturedOutput log) throws Exception {
        front = TlsFront.plain(manner);
        rig = rig(front.port(), "operator", "30s");

        awaitRefused(manner.sentence, log);
        assertThat(log).contains("check whether kurenda.smsc.port is the operator's port for TLS, or set");
    }

    @Test
    void aPlainSmscIsToldSo(CapturedOutput log) throws Exception {
        rig = rig(smsc.port(), null, "30s");

        await().untilAsserted(() ->
                assertThat(log).contains("check whether kurenda.smsc.port is the operator's port for TLS, or set"));
        assertThat(smsc.bindsAsked).hasValue(0);
        assertThat(log).doesNotContain("\tat ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"old", "operator"})
    void aClientWithoutTheCertificateThatIsAskedForIsNotBound(String bundle, CapturedOutput log) throws Exception {
        front = TlsFront.before(smsc.port(), authority.server("smsc"), true);
        rig = rig(front.port(), bundle, "30s");

        await().until(() -> front.connections.get() >= 6);
        assertThat(smsc.bindsAsked).hasValue(0);
        // the server's refusal may show either as its alert or as the end of the connection
        assertThat(log.toString()
                        .lines()
                        .filter(line -> line.contains("Cannot bind"))
                        .map(SmppTlsTroubleTest::withoutTime))
                .isNotEmpty()
                .doesNotHaveDuplicates()
                .allMatch(line -> line.contains("certificate of yours"));
        assertThat(log).doesNotContain("\tat ").doesNotContain("Exception");
    }

    @Test
    void aPortForTlsIsToldToAPlainClient(CapturedOutput log) throws Exception {
        front = TlsFront.before(smsc.port(), authority.server("smsc"), false);
        rig = new SmppRig(front.port(), Map.of("response-timeout", "1s"));

        awaitRefused("whether kurenda.smsc.port is a port for TLS: then set kurenda.smsc.tls=true", log);
    }

    private static String withoutTime(String line) {
        return line.substring(line.indexOf("Cannot bind"));
    }

    /** Waits for repeated tries, one log message for each of the two sessions, and nothing sent. */
    private void awaitRefused(String sentence, CapturedOutput log) {
        await().until(() -> front.connections.get() >= 6);
        assertThat(rig.submit(SmppRig.segment("48501234567", 1))).isEqualTo(new NotSent("SmppNotBound", false));
        assertThat(log.toString().split(Pattern.quote(sentence), -1)).hasSize(3);
        assertThat(log).doesNotContain("\tat ").doesNotContain("Exception").doesNotContain("tajne");
    }
}
