package pl.kurenda.ops.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.password.PasswordEncoder;

@ExtendWith(OutputCaptureExtension.class)
class NobodyCanLogInTest {
    private final SecurityConfiguration configuration = new SecurityConfiguration();
    private final PasswordEncoder encoder = configuration.passwordEncoder();

    @Test
    void withoutPasswordThereIsNoUserAndOneWarningThatNamesTheKey(CapturedOutput output) {
        UserDetailsService users =
                configuration.users(new AdminSettings("admin", ""), new UserSettings(Map.of()), encoder);
        assertThat(catchThrowable(() -> users.loadUserByUsername("admin")))
                .isInstanceOf(UsernameNotFoundException.class);
        assertThat(output).containsOnlyOnce("WARN").contains("kurenda.admin.password");
    }

    @Test
    void anEncodedPasswordIsTakenAsItIs() {
        String encoded = encoder.encode("secret");
        UserDetailsService users =
                configuration.users(new AdminSettings("anna", encoded), new UserSettings(Map.of()), encoder);
        assertThat(encoder.matches("secret", users.loadUserByUsername("anna").getPassword()))
                .isTrue();
    }

    @Test
    void aPlainPasswordIsKeptEncoded() {
        UserDetailsService users =
                configuration.users(new AdminSettings("anna", "secret"), new UserSettings(Map.of()), encoder);
        assertThat(users.loadUserByUsername("anna").getPassword())
                .startsWith("{bcrypt}")
                .doesNotContain("secret");
    }
}
