package pl.kurenda.ops.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import pl.kurenda.MovableClock;
import pl.kurenda.ledger.login.LoginFailures;

class ThrottledAuthenticationProviderTest {
    private final MovableClock clock = new MovableClock("2026-11-24T10:00:00Z");
    private final AtomicInteger looked = new AtomicInteger();
    private final Counts counts = new Counts();
    private final ThrottledAuthenticationProvider login =
            new ThrottledAuthenticationProvider(new Passwords(), counts, new BestEffortWrites(clock));

    /** Checks passwords, and counts the checks. */
    private final class Passwords implements AuthenticationProvider {
        @Override
        public Authentication authenticate(Authentication asked) {
            looked.incrementAndGet();
            Thread.yield();
            if (!"right".equals(asked.getCredentials())) {
                throw new BadCredentialsException("wrong");
            }
            return asked;
        }

        @Override
        public boolean supports(Class<?> type) {
            return true;
        }
    }

    /** Locks forever after the free failures, and counts the queries. */
    private static final class Counts implements LoginFailures {
        final Map<String, Integer> failures = new HashMap<>();
        final Set<String> known = new TreeSet<>();
        final AtomicInteger questions = new AtomicInteger();
        volatile boolean away;
        private final Map<String, Integer> free = new HashMap<>();

        private void ask() {
            questions.incrementAndGet();
            if (away) {
                throw new DataAccessResourceFailureException("away");
            }
        }

        @Override
        public synchronized Map<String, Duration> locked(Collection<String> subjects) {
            ask();
            Map<String, Duration> locked = new HashMap<>();
            subjects.stream()
                    .filter(one -> failures.getOrDefault(one, 0) > free.getOrDefault(one, 0))
                    .forEach(one -> locked.put(one, Duration.ofSeconds(1)));
            return locked;
        }

        @Override
        public synchronized boolean known(String subject) {
            return known.contains(subject);
        }

        @Override
        public synchronized void failed(String subject, int freeOnes, Duration longest) {
            ask();
            free.put(subject, freeOnes);
            failures.merge(subject, 1, Integer::sum);
        }

        @Override
        public synchronized void succeeded(String subject) {
            ask();
            failures.remove(subject);
            known.add(subject);
        }
    }

    private static Authentication asked(String address, String user, String password) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setRemoteAddr(address);
        UsernamePasswordAuthenticationToken asked = new UsernamePasswordAuthenticationToken(user, password);
        asked.setDetails(new WebAuthenticationDetails(request));
        return asked;
    }

    private void fail(String address, String user) {
        assertThatExceptionOfType(BadCredentialsException.class)
                .isThrownBy(() -> login.authenticate(asked(address, user, "wrong")));
    }

    @Test
    void manyAtOnceDoNotAllPassBeforeTheFirstIsCounted() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(50);
        try {
            List<Callable<Boolean>> tries = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                tries.add(() -> {
                    try {
                        login.authenticate(asked("203.0.113.1", "ewa", "wrong"));
                    } catch (BadCredentialsException | LockedException e) {
                        return false;
                    }
                    return true;
                });
            }
            threads.invokeAll(tries);
            assertThat(looked).as("passwords that were looked at").hasValue(6);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void nobodyIsKeptOutWhereTheyLoggedInBefore() {
        login.authenticate(asked("198.51.100.1", "ewa", "right"));
        for (int i = 0; i < 41; i++) {
            fail("203.0.113." + i, "ewa");
        }
        assertThatExceptionOfType(LockedException.class)
                .isThrownBy(() -> login.authenticate(asked("198.51.100.2", "ewa", "right")));
        assertThat(login.authenticate(asked("198.51.100.1", "Ewa", "right"))).isNotNull();
        for (int i = 0; i < 6; i++) {
            fail("198.51.100.1", "ewa");
        }
        assertThatExceptionOfType(LockedException.class)
                .as("there, too, nobody may try for long")
                .isThrownBy(() -> login.authenticate(asked("198.51.100.1", "ewa", "right")));
    }

    @Test
    void aDatabaseThatIsAwayIsAskedOnceInHalfAMinute() {
        counts.away = true;
        assertThat(login.authenticate(asked("198.51.100.1", "ewa", "right"))).isNotNull();
        fail("198.51.100.1", "ewa");
        assertThat(counts.questions).hasValue(1);
        counts.away = false;
        clock.advance(Duration.ofSeconds(31));
        login.authenticate(asked("198.51.100.1", "ewa", "right"));
        assertThat(counts.questions).as("and one question before a login").hasValue(3);
    }
}
