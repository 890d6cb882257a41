package pl.kurenda.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.cloudhopper.smpp.SmppBindType;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import pl.kurenda.delivery.AccountSettings;
import pl.kurenda.delivery.SmscAccounts;
import pl.kurenda.delivery.SmscSettings;
import pl.kurenda.delivery.SubmitOutcome.Accepted;
import pl.kurenda.delivery.SubmitOutcome.NotSent;

/** TLS over real TCP, with certificates made here and bundles as an office writes them. */
@ExtendWith(OutputCaptureExtension.class)
class SmppTlsTest {

    private static TestAuthority authority;
    private static SslBundles bundles;

    private IndependentSmsc smsc;
    private TlsFront front;
    private SmppRig rig;

    @BeforeAll
    static void makeCertificates(@TempDir Path folder) throws Exception {
        authority = new TestAuthority(folder);
        authority.sign("smsc", "localhost");
        authority.sign("elsewhere", "smsc.example");
        authority.sign("expired", "localhost", "-startdate", "-10d", "-validity", "5");
        String pem = "spring.ssl.bundle.pem.";
        String trusted = ".truststore.certificate=file:";
        new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(SslAutoConfiguration.class))
                .withPropertyValues(
                        pem + "operator" + trusted + authority.certificate("authority"),
                        pem + "stranger" + trusted + authority.certificate("elsewhere"),
                        pem + "client" + trusted + authority.certificate("authority"),
                        pem + "client.keystore.certificate=file:" + authority.certificate("smsc"),
                        pem + "client.keystore.private-key=file:" + authority.privateKey("smsc"),
                        pem + "old" + trusted + authority.certificate("authority"),
                        pem + "old.options.enabled-protocols=TLSv1.2")
                .run(context -> bundles = context.getBean(SslBundles.class));
    }

    @BeforeEach
    void listen() throws Exception {
        smsc = new IndependentSmsc();
    }

    @AfterEach
    void close() throws Exception {
        if (rig != null) {
            rig.close();
        }
        if (front != null) {
            front.close();
        }
        smsc.close();
    }

    @ParameterizedTest
    @CsvSource({"operator, false", "old, false", "client, true"})
    void aTrustedCertificateOfTheHostBindsAndSubmits(String bundle, boolean clientToo) throws Exception {
        front = TlsFront.before(smsc.port(), authority.server("smsc"), clientToo);
        rig = rig(front.port(), bundle, "30s");

        awaitBound();
        assertThat(smsc.bound(SmppBindType.TRANSMITTER)).isEqualTo(1);
        assertThat(rig.submit(SmppRig.segment("48501234567", 1))).isInstanceOf(Accepted.class);
        assertThat(smsc.deliver(SmppReceiptsTest.receipt("id:1 stat:DELIVRD err:000")))
                .isZero();
        assertThat(rig.notes()).hasSize(1);
        assertThat(front.connections).as("all of it went through TLS").hasValue(2);
    }

    @Test
    void anIdleSessionOutlivesTheReadsThatTimeOut() throws Exception {
        front = TlsFront.before(smsc.port(), authority.server("smsc"), false);
        rig = rig(front.port(), "operator", "1s");
        awaitBound();

        await().during(Duration.ofMillis(3500)).atMost(Duration.ofSeconds(10)).until(() -> rig.link.ready());
        assertThat(rig.submit(SmppRig.segment("48501234567", 1))).isInstanceOf(Accepted.class);
        assertThat(front.connections).hasValue(2);
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

    @Test
    void aClientWithoutTheCertificateThatIsAskedForIsNotBound(CapturedOutput log) throws Exception {
        front = TlsFront.before(smsc.port(), authority.server("smsc"), true);
        rig = rig(front.port(), "old", "30s");

        awaitRefused("put it into the keystore of the bundle in kurenda.smsc.ssl-bundle", log);
        assertThat(smsc.bindsAsked).hasValue(0);
    }

    @Test
    void aHandshakeThatHangsHoldsUpNoOtherAccount() throws Exception {
        front = TlsFront.plain(NoTls.SILENT);
        Map<String, String> hangs = Map.of("host", "localhost", "tls", "true", "response-timeout", "10m", "name", "a");
        Map<String, SmscSettings> accounts = new HashMap<>();
        accounts.put("a", SmppRig.settings(front.port(), hangs));
        accounts.put("b", SmppRig.settings(smsc.port(), Map.of("name", "b")));
        SmscAccounts both = SmscAccounts.real(accounts);
        rig = new SmppRig(both, bundles);

        await().until(() -> front.connections.get() == 2);
        both.all().forEach(account -> {
            boolean works = account.key().equals("b");
            await().until(() -> rig.links().of(account).ready() == works);
            assertThat(rig.links()
                            .of(account)
                            .submit(SmppRig.segment("48501234567", 1))
                            .join())
                    .isInstanceOf(works ? Accepted.class : NotSent.class);
        });
    }

    @Test
    void aBundleThatIsNotThereStopsTheStart() {
        assertThatThrownBy(() -> rig = rig(1, "operatro", "30s"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("kurenda.smsc.ssl-bundle is 'operatro'; allowed: the name of a bundle under");
    }

    /** Tried again and again, said once for each of the two sessions, and nothing is sent. */
    private void awaitRefused(String sentence, CapturedOutput log) {
        await().until(() -> front.connections.get() >= 6);
        assertThat(rig.submit(SmppRig.segment("48501234567", 1))).isEqualTo(new NotSent("SmppNotBound", false));
        assertThat(log.toString().split(Pattern.quote(sentence), -1)).hasSize(3);
        assertThat(log).doesNotContain("\tat ").doesNotContain("Exception").doesNotContain("tajne");
    }

    private void awaitBound() {
        await().until(() -> rig.link.ready() && rig.receiver().bound());
    }

    private static SmppRig rig(int port, String bundle, String enquireLink) throws Exception {
        Map<String, String> keys = new HashMap<>(Map.of("host", "localhost", "tls", "true", "response-timeout", "1s"));
        keys.put("enquire-link", enquireLink);
        if (bundle != null) {
            keys.put("ssl-bundle", bundle);
        }
        return new SmppRig(SmscAccounts.real(Map.of(AccountSettings.SINGLE, SmppRig.settings(port, keys))), bundles);
    }

    /** What a server may do with a handshake that it does not understand. */
    private enum NoTls implements TlsFront.Manner {
        SILENT("does not answer the TLS handshake within 1 s"),
        HANGS_UP("hangs up in the TLS handshake, as a port without TLS does"),
        TALKS("answers the TLS handshake with something else than TLS");

        private final String sentence;

        NoTls(String sentence) {
            this.sentence = sentence;
        }

        @Override
        public void serve(TlsFront front, Socket client) throws IOException {
            switch (this) {
                case SILENT -> client.getInputStream().transferTo(java.io.OutputStream.nullOutputStream());
                case HANGS_UP -> client.close();
                case TALKS ->
                    client.getOutputStream().write("220 mail.example ready\r\n".getBytes(StandardCharsets.US_ASCII));
            }
        }
    }
}
