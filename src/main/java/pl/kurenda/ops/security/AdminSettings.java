package pl.kurenda.ops.security;

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
 * @param password as typed, or already encoded as <code>{bcrypt}$2a$…</code> or <code>{argon2}$argon2id$…</code>; null or empty: nobody can log in
 */
@Validated
@ConfigurationProperties("kurenda.admin")
public record AdminSettings(
        @NotBlank @Size(max = 64) @DefaultValue("admin") String name, String password) {

    private static final int BCRYPT_OCTETS = 72;

    /** Whether there is a password at all. */
    public boolean canLogIn() {
        return password != null && !password.isEmpty();
    }

    /** Whether the password comes encoded. */
    boolean encoded() {
        return Passwords.looksEncoded(password);
    }

    /** Else the audit log would not tell the administrator from a user of the provider. */
    @AssertTrue(message = "kurenda.admin.name must not begin with oidc:, as the users of kurenda.oidc do")
    boolean isNameOurs() {
        return name == null || !name.startsWith(OidcUsers.MARK);
    }

    /** BCrypt reads 72 octets; a longer password would be cut in silence or refused at the login. */
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

    /** Without the password. */
    @Override
    public String toString() {
        return "AdminSettings[name=" + name + "]";
    }
}
