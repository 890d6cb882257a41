package pl.kurenda.ops.security;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Stores passwords only as BCrypt or Argon2id hashes. */
final class Passwords {
    private static final String BCRYPT = "bcrypt";
    private static final String ARGON2 = "argon2";

    private static final Pattern BCRYPT_HASH = Pattern.compile("\\{bcrypt}\\$2[aby]\\$\\d\\d\\$[./A-Za-z0-9]{53}");
    private static final Pattern ARGON2_HASH = Pattern.compile(
            "\\{argon2}\\$argon2id\\$v=19\\$m=(\\d{1,6}),t=(\\d{1,2}),p=(\\d)\\$[A-Za-z0-9+/]{11,86}\\$[A-Za-z0-9+/]{22,172}");

    /** Each check takes as much memory as the hash specifies. */
    private static final int MOST_KIB = 64 * 1024;

    private static final int MOST_PASSES = 10;

    private Passwords() {}

    /** Whether it is meant as a hash, well-formed or not. */
    static boolean looksEncoded(String password) {
        return password.startsWith("{" + BCRYPT + "}") || password.startsWith("{" + ARGON2 + "}");
    }

    /** Whether it is an algorithm name in braces followed by a well-formed hash of that algorithm. */
    static boolean isHash(String password) {
        Matcher argon2 = ARGON2_HASH.matcher(password);
        return BCRYPT_HASH.matcher(password).matches()
                || argon2.matches()
                        && Integer.parseInt(argon2.group(1)) <= MOST_KIB
                        && Integer.parseInt(argon2.group(2)) <= MOST_PASSES;
    }

    /** Returns an encoder that recognizes a hash by the name in braces. */
    static PasswordEncoder encoder() {
        return new DelegatingPasswordEncoder(
                BCRYPT,
                Map.of(
                        BCRYPT,
                        new BCryptPasswordEncoder(),
                        ARGON2,
                        new OneAtATime(Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8())));
    }

    /** Checks one password at a time, so that many logins at once do not use up the memory. */
    private record OneAtATime(PasswordEncoder encoder) implements PasswordEncoder {

        @Override
        public synchronized String encode(CharSequence password) {
            return encoder.encode(password);
        }

        @Override
        public synchronized boolean matches(CharSequence password, String hash) {
            return encoder.matches(password, hash);
        }
    }
}
