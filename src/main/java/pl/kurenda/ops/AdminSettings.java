package pl.kurenda.ops;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.nio.charset.StandardCharsets;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Who may log in.
 *
 * @param name login name of the administrator
 * @param password as typed, or already encoded as <code>{bcrypt}$2a$…</code>; null or empty: nobody can log in
 */
@Validated
@ConfigurationProperties("kurenda.admin")
public record AdminSettings(
        @NotBlank @Size(max = 64) @DefaultValue("admin") String name, String password) {

    private static final String ENCODED = "{bcrypt}";
    private static final int BCRYPT_OCTETS = 72;

    /** Whether there is a password at all. */
    public boolean canLogIn() {
        return password != null && !password.isEmpty();
    }

    /** Whether the password comes encoded. */
    boolean encoded() {
        return password.startsWith(ENCODED);
    }

    /** Else the audit log would not tell the administrator from a user of the provider. */
    @AssertTrue(message = "kurenda.admin.name must not begin with oidc:, as the users of kurenda.oidc do")
    boolean isNameOurs() {
        return name == null || !name.startsWith(OidcUsers.MARK);
    }

    /** BCrypt reads 72 octets; a longer password would be cut in silence or refused at the login. */
    @AssertTrue(
            message = "kurenda.admin.password is at most 72 octets long, or {bcrypt} and the 60 characters of its hash")
    boolean isPasswordUsable() {
        if (!canLogIn()) {
            return true;
        }
        return encoded() ? isHash(password) : password.getBytes(StandardCharsets.UTF_8).length <= BCRYPT_OCTETS;
    }

    /** Whether it is {@code {bcrypt}} and a hash as BCrypt makes them. */
    static boolean isHash(String password) {
        return password.startsWith(ENCODED)
                && password.substring(ENCODED.length()).matches("\\$2[aby]\\$\\d\\d\\$[./A-Za-z0-9]{53}");
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "AdminSettings[name=" + name + "]";
    }
}
