package pl.kurenda.camel.smpp;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import pl.kurenda.delivery.account.AccountSettings;
import pl.kurenda.delivery.account.SmscAccounts;

/** An SMSC, the TLS server in front of it, the routes, and certificates for all classes that test TLS. */
abstract class TlsTestBed {

    static CertificateAuthorityFixture authority;
    static SslBundles bundles;

    IndependentSmsc smsc;
    TlsFront front;
    SmppRig rig;

    @BeforeAll
    static synchronized void makeCertificates() throws Exception {
        if (bundles != null) {
            return;
        }
        authority = new CertificateAuthorityFixture(
                Files.createTempDirectory(Path.of("target"), "tls").toAbsolutePath());
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

    void awaitBound() {
        await().until(() -> rig.link.ready() && rig.receiver().bound());
    }

    static SmppRig rig(int port, String bundle, String enquireLink) throws Exception {
        Map<String, String> keys = new HashMap<>(Map.of("host", "localhost", "tls", "true", "response-timeout", "1s"));
        keys.put("enquire-link", enquireLink);
        if (bundle != null) {
            keys.put("ssl-bundle", bundle);
        }
        return new SmppRig(SmscAccounts.real(Map.of(AccountSettings.SINGLE, SmppRig.settings(port, keys))), bundles);
    }

    /** How a server may react to a handshake that it does not understand. */
    enum NoTls implements TlsFront.Manner {
        SILENT("does not answer the TLS handshake within 1 s"),
        HANGS_UP("hangs up in the TLS handshake, as a port without TLS does"),
        TALKS("answers the TLS handshake with something else than TLS");

        final String sentence;

        NoTls(String sentence) {
            this.sentence = sentence;
        }

        @Override
        public void serve(TlsFront front, Socket client) throws IOException {
            switch (this) {
                case SILENT -> client.getInputStream().transferTo(OutputStream.nullOutputStream());
                case HANGS_UP -> client.close();
                case TALKS ->
                    client.getOutputStream().write("220 mail.example ready\r\n".getBytes(StandardCharsets.US_ASCII));
            }
        }
    }
}
