package pl.kurenda.ops.security;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Users who may log in besides the administrator.
 *
 * @param users by login name
 */
@ConfigurationProperties("kurenda")
public record UserSettings(@DefaultValue Map<String, Account> users) {
    private static final String NAME = "[\\p{L}\\p{N}._@-]{1,64}";

    /**
     * One user.
     *
     * @param password <code>{bcrypt}</code> or <code>{argon2}</code>, and the hash
     * @param roles one or more of {@link Role}
     */
    public record Account(
            @DefaultValue("") String password, @DefaultValue List<String> roles) {

        /** Leaves out the password. */
        @Override
        public String toString() {
            return "Account[roles=" + roles + "]";
        }

        String[] roleNames() {
            return roles.toArray(String[]::new);
        }
    }

    /** @throws IllegalArgumentException with the key and what is allowed, but never a password */
    public UserSettings {
        users = new TreeMap<>(users == null ? Map.of() : users);
        users.forEach(UserSettings::check);
    }

    private static void check(String name, Account account) {
        String key = "kurenda.users." + name;
        if (!name.matches(NAME)) {
            throw new IllegalArgumentException(
                    key + " is no login name; allowed: 1 to 64 letters, digits and . _ @ - (write it in [ ] in YAML)");
        }
        if (!Passwords.isHash(account.password())) {
            throw new IllegalArgumentException(key + ".password is "
                    + (account.password().isEmpty() ? "missing" : "not encoded")
                    + "; allowed: {bcrypt} and the 60 characters of a BCrypt hash, such as 'htpasswd -nBC 10 " + name
                    + "' prints it after the colon, or {argon2} and an Argon2id hash of at most 64 MiB and 10 passes");
        }
        String allowed = Stream.of(Role.values()).map(Role::name).collect(Collectors.joining(", "));
        if (account.roles().isEmpty()) {
            throw new IllegalArgumentException(key + ".roles is missing; allowed: one or more of " + allowed);
        }
        for (String role : account.roles()) {
            if (Arrays.stream(Role.values()).noneMatch(known -> known.name().equals(role))) {
                throw new IllegalArgumentException(
                        key + ".roles has '" + role + "'; allowed: one or more of " + allowed);
            }
        }
    }
}
