package pl.kurenda.camel.smpp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.cloudhopper.smpp.SmppBindType;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pl.kurenda.delivery.account.SmscAccounts;
import pl.kurenda.delivery.account.SmscSettings;
import pl.kurenda.delivery.smsc.SubmitOutcome.Accepted;
import pl.kurenda.delivery.smsc.SubmitOutcome.NotSent;

/** TLS over real TCP, with certificates made for the test and bundles configured as an office would. */
class SmppTlsTest extends TlsTestBed {

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

    @Test
    void aLineThatGoesDeadIsFoundAndBoundAgain() throws Exception {
        front = TlsFront.before(smsc.port(), authority.server("smsc"), false);
        rig = rig(front.port(), "operator", "1s");
        awaitBound();

        front.dead = true;
        await().atMost(Duration.ofSeconds(4))
                .until(() -> !rig.link.ready() && !rig.receiver().bound());
        front.dead = false;
        awaitBound();
        assertThat(rig.submit(SmppRig.segment("48501234567", 1))).isInstanceOf(Accepted.class);
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
                            .submit(SmppRig.segment("48501234567", 1), late -> {})
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
}
