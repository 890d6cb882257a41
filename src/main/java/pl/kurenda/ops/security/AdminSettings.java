package pl.kurenda.ops.security;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.nio.charset.StandardCharsets;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The administrator's login.
 *
 * @param name login name of the administrator
 * @param password as typed, or already encoded as <code>{bcrypt}$2a$…</code> or <code>{argon2}$argon2id$…</code>; null
 *     or empty: the administrator cannot log in
 */
@Validated
@ConfigurationProperties("kurenda.admin")
public record AdminSettings(
        @NotBlank @Size(max = 64) @DefaultValue("admin") String name, String password) {

    private static final int BCRYPT_OCTETS = 72;

    /** Whether a password is set. */
    public boolean canLogIn() {
        return password != null && !password.isEmpty();
    }

    /** Whether the password is already encoded. */
    boolean encoded() {
        return Passwords.looksEncoded(password);
    }

    /** Whether the name differs from those of OpenID Connect users, so that the audit log can tell them apart. */
    @AssertTrue(message = "kurenda.admin.name must not begin with oidc:, as the users of kurenda.oidc do")
    boolean isNameOurs() {
        return name == null || !name.startsWith(OidcUsers.MARK);
    }

    /** BCrypt reads 72 bytes; a longer password would be silently cut or refused at login. */
    @AssertTrue(
            message =
                    "kurenda.admin.password is at most 72 octets long, or {bcrypt} and the 60 characters of its hash, or {argon2} and an Argon2id hash of at most 64 MiB")
    boolean isPasswordUsable() {
        if (!canLogIn()) {
            return true;
        }
        return encoded()
                ? Passwords.isHash(password)
                : password.getBytes(StandardCharsets.UTF_8).length <= BCRYPT_OCTETS;
    }

    /** Leaves out the password. */
    @Override
    public String toString() {
        return "AdminSettings[name=" + name + "]";
    }
}
