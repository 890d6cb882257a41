package pl.kurenda.ops.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;

class SessionAgeTest {

    @ParameterizedTest
    @CsvSource({"719, false", "721, true"})
    void aSessionEndsAfterItsTimeHoweverBusy(int minutes, boolean ended) throws ServletException, IOException {
        MockHttpSession session = new MockHttpSession();
        Instant now = Instant.ofEpochMilli(session.getCreationTime()).plus(Duration.ofMinutes(minutes));
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setSession(session);
        MockFilterChain chain = new MockFilterChain();
        new SessionAge(Duration.ofHours(12), Clock.fixed(now, ZoneOffset.UTC))
                .doFilter(request, new MockHttpServletResponse(), chain);
        assertThat(session.isInvalid()).isEqualTo(ended);
        assertThat(chain.getRequest()).as("the rules of access decide then").isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT4M", "PT169H"})
    void aTimeThatIsNoUseIsTold(String longest) {
        assertThatThrownBy(() -> new SessionSettings(Duration.parse(longest)))
                .hasMessage(
                        "kurenda.session.longest is '" + longest + "'; allowed is a time from 5m to 7d such as 12h");
    }
}
