package pl.kurenda.delivery.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

class AccountSettingsTest {
    private final StandardEnvironment environment = new StandardEnvironment();

    @Test
    void aloneTheCommonKeysAreTheAccount() {
        file(Map.of("kurenda.smsc.host", "smsc.plus.example", "kurenda.smsc.system-id", "gmina"));
        assertThat(AccountSettings.read(environment)).containsOnlyKeys("smsc");
        SmscAccount account =
                SmscAccounts.real(AccountSettings.read(environment)).all().get(0);
        assertThat(account.name()).isEqualTo("smsc.plus.example");
        assertThat(account.suffix()).isEmpty();
        assertThat(AccountSettings.named(environment)).isTrue();
    }

    @Test
    void nothingIsTheSimulator() {
        assertThat(AccountSettings.named(environment)).isFalse();
        assertThat(AccountSettings.read(environment).get("smsc").host()).isNull();
    }

    @Test
    void anAccountInheritsWhatItDoesNotSet() {
        file(Map.of(
                "kurenda.smsc.system-id", "gmina",
                "kurenda.smsc.window", "50",
                "kurenda.smsc.name", "old",
                "kurenda.smsc.status.0x410", "for-good",
                "kurenda.smsc.status.ESME_RSYSERR", "throttled",
                "kurenda.smscs.plus.host", "smsc.plus.example",
                "kurenda.smscs.era.host", "smsc.era.example",
                "kurenda.smscs.era.window", "20",
                "kurenda.smscs.era.status.0x410", "for-now",
                "kurenda.smscs.era.priority", "1"));
        Map<String, SmscSettings> accounts = AccountSettings.read(environment);
        assertThat(accounts).containsOnlyKeys("era", "plus");
        assertThat(accounts.get("plus").window()).isEqualTo(50);
        assertThat(accounts.get("plus").priority()).isZero();
        assertThat(accounts.get("plus").statusPolicy().verdict(0x410)).isEqualTo(SubmitVerdict.FOR_GOOD);
        assertThat(accounts.get("era").window()).isEqualTo(20);
        assertThat(accounts.get("era").priority()).isEqualTo(1);
        assertThat(accounts.get("era").systemId()).isEqualTo("gmina");
        assertThat(accounts.get("era").statusPolicy().verdict(0x410)).isEqualTo(SubmitVerdict.FOR_NOW);
        assertThat(accounts.get("era").statusPolicy().verdict(0x08)).isEqualTo(SubmitVerdict.THROTTLED);
        assertThat(accounts.values())
                .extracting(SmscSettings::name)
                .as("a name is nobody's but its owner's")
                .containsExactly("era", "plus");
    }

    @Test
    void whatAnAccountSaysInTheFileWinsOverACommonKeyOfTheEnvironment() {
        file(Map.of("kurenda.smscs.plus.host", "h", "kurenda.smscs.plus.password", "own"));
        environment
                .getPropertySources()
                .replace(
                        StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                        new SystemEnvironmentPropertySource(
                                StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                                Map.of(
                                        "KURENDA_SMSC_PASSWORD", "common",
                                        "KURENDA_SMSC_SYSTEM_ID", "gmina",
                                        "KURENDA_SMSCS_ERA_HOST", "e")));
        Map<String, SmscSettings> accounts = AccountSettings.read(environment);
        assertThat(accounts.get("plus").password()).isEqualTo("own");
        assertThat(accounts.get("plus").systemId()).isEqualTo("gmina");
        assertThat(accounts.get("era").password()).isEqualTo("common");
        assertThat(accounts.get("era").host()).isEqualTo("e");
    }

    @ParameterizedTest
    @CsvSource({
        "kurenda.smscs.plus.window, 0, kurenda.smscs.plus.window is '0'; allowed: 1 to 1000",
        "kurenda.smscs.plus.weight, 101, kurenda.smscs.plus.weight is '101'; allowed: 1 to 100",
        "kurenda.smscs.plus.status.0x1, no, kurenda.smscs.plus.status.0x1 is 'no'; allowed:",
        "kurenda.smscs.era.window, 5, kurenda.smscs.era.host is not set",
        "kurenda.smscs.smsc.host, h, kurenda.smscs has an account named 'smsc'",
        "kurenda.smscs.a_b.host, h, kurenda.smscs has an account named",
    })
    void aWrongKeyIsNamedAsItsOwnerWroteIt(String key, String value, String sentence) {
        file(Map.of("kurenda.smsc.system-id", "gmina", "kurenda.smscs.plus.host", "p", key, value));
        assertThatThrownBy(() -> AccountSettings.read(environment))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(sentence);
    }

    @Test
    void twoAccountsOfOneNameAreRefused() {
        file(Map.of(
                "kurenda.smsc.system-id", "gmina",
                "kurenda.smsc.host", "h",
                "kurenda.smscs.a.name", "x",
                "kurenda.smscs.b.name", "x"));
        assertThatThrownBy(() -> AccountSettings.read(environment))
                .hasMessageContaining("kurenda.smscs.b.name is 'x', the name of another account");
    }

    private void file(Map<String, Object> keys) {
        environment.getPropertySources().addFirst(new MapPropertySource("file", keys));
    }
}
