package pl.kurenda.ops.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.validation.ValidationAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Users who may log in besides the administrator. */
class UserSettingsTest {
    private static final String HASH = "{bcrypt}$2y$10$" + "a".repeat(53);

    private final SecurityConfiguration configuration = new SecurityConfiguration();
    private final PasswordEncoder encoder = configuration.passwordEncoder();
    private final ApplicationContextRunner runner = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(ValidationAutoConfiguration.class))
            .withUserConfiguration(Enabled.class);

    @Test
    void nobodyByDefault() {
        runner.run(context ->
                assertThat(context.getBean(UserSettings.class).users()).isEmpty());
    }

    @Test
    void readsNamesPasswordsAndRoles() {
        runner.withPropertyValues(
                        "kurenda.users.ewa.password=" + HASH,
                        "kurenda.users.ewa.roles=CLERK,FINANCE",
                        "kurenda.users[jan.k@gmina.pl].password=" + HASH,
                        "kurenda.users[jan.k@gmina.pl].roles[0]=AUDITOR")
                .run(context -> assertThat(context.getBean(UserSettings.class).users())
                        .isEqualTo(Map.of(
                                "ewa", new UserSettings.Account(HASH, List.of("CLERK", "FINANCE")),
                                "jan.k@gmina.pl", new UserSettings.Account(HASH, List.of("AUDITOR")))));
    }

    @ParameterizedTest
    @CsvSource({
        "ewa, geheim, CLERK, kurenda.users.ewa.password is not encoded",
        "ewa, {noop}geheim, CLERK, kurenda.users.ewa.password is not encoded",
        "ewa, {bcrypt}geheim, CLERK, kurenda.users.ewa.password is not encoded",
        "ewa, '', CLERK, kurenda.users.ewa.password is missing",
        "ewa, HASH, '', kurenda.users.ewa.roles is missing",
        "ewa, HASH, CLARK, kurenda.users.ewa.roles has 'CLARK'; allowed: one or more of ADMIN",
        "ewa, HASH, clerk, kurenda.users.ewa.roles has 'clerk'",
        "e w a, HASH, CLERK, is no login name"
    })
    void aWrongSettingIsRefusedWithASentence(String name, String password, String role, String sentence) {
        UserSettings.Account account =
                new UserSettings.Account(password.replace("HASH", HASH), role.isEmpty() ? List.of() : List.of(role));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new UserSettings(Map.of(name, account)))
                .withMessageStartingWith("kurenda.users.")
                .withMessageContaining(sentence)
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("geheim"));
    }

    @Test
    void theStartIsStoppedByIt() {
        runner.withPropertyValues("kurenda.users.ewa.password=geheim", "kurenda.users.ewa.roles=CLERK")
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .hasMessageStartingWith("kurenda.users.ewa.password is not encoded"));
    }

    @Test
    void theyLogInWithTheirRolesBesideTheAdministrator() {
        String encoded = encoder.encode("tajne");
        UserSettings settings =
                new UserSettings(Map.of("ewa", new UserSettings.Account(encoded, List.of("CLERK", "FINANCE"))));
        UserDetailsService users = configuration.users(new AdminSettings("admin", "secret"), settings, encoder);
        UserDetails ewa = users.loadUserByUsername("ewa");
        assertThat(encoder.matches("tajne", ewa.getPassword())).isTrue();
        assertThat(ewa.getAuthorities())
                .extracting(GrantedAuthority::getAuthority)
                .containsExactlyInAnyOrder("ROLE_CLERK", "ROLE_FINANCE");
        assertThat(users.loadUserByUsername("admin").getAuthorities())
                .extracting(GrantedAuthority::getAuthority)
                .containsExactly("ROLE_ADMIN");
    }

    @Test
    void argon2IsAHashAsWell() {
        String hash = "{argon2}"
                + Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8().encode("tajne");
        UserSettings settings = new UserSettings(Map.of("ewa", new UserSettings.Account(hash, List.of("CLERK"))));
        UserDetailsService users = configuration.users(new AdminSettings("admin", hash), settings, encoder);
        for (String name : List.of("ewa", "admin")) {
            String password = users.loadUserByUsername(name).getPassword();
            assertThat(encoder.matches("tajne", password)).isTrue();
            assertThat(encoder.matches("Tajne", password)).isFalse();
        }
        assertThat(new AdminSettings("admin", hash).isPasswordUsable()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{argon2}geheim",
                // a gigabyte for each attempt
                "{argon2}$argon2id$v=19$m=999999,t=3,p=1$c29tZXNhbHRzYWx0$RdescudvJCsgt3ub+b4dWRWJTmaaJObG",
                "{argon2}$argon2id$v=19$m=4096,t=99,p=1$c29tZXNhbHRzYWx0$RdescudvJCsgt3ub+b4dWRWJTmaaJObG",
                "{argon2}$argon2i$v=19$m=4096,t=3,p=1$c29tZXNhbHRzYWx0$RdescudvJCsgt3ub+b4dWRWJTmaaJObG",
                "{scrypt}$e0801$8bWJaSu2IKSn9Z9kM+TPXfOc/9bdYSrN1oD9qfVThWEwdRTnO7re7Ei+fUZRJ68k9lTyuTeUp4of4g24hHnazw==$x"
            })
    void otherHashesAreRefused(String hash) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new UserSettings(Map.of("ewa", new UserSettings.Account(hash, List.of("CLERK")))))
                .withMessageContaining("kurenda.users.ewa.password is not encoded");
    }

    @Test
    void nobodyTakesTheNameOfTheAdministrator() {
        UserSettings settings = new UserSettings(Map.of("Admin", new UserSettings.Account(HASH, List.of("CLERK"))));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> configuration.users(new AdminSettings("admin", ""), settings, encoder))
                .withMessageContaining("kurenda.admin.name");
    }

    @Test
    void doesNotShowPasswords() {
        assertThat(new UserSettings(Map.of("ewa", new UserSettings.Account(HASH, List.of("CLERK")))))
                .asString()
                .doesNotContain("bcrypt");
    }

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(UserSettings.class)
    static class Enabled {}
}
