package pl.kurenda.ops.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;

class SameOriginMatcherTest {

    @ParameterizedTest(name = "site {0}, origin {1}, proxy for {2}: {3}")
    @CsvSource(
            nullValues = "-",
            value = {
                "cross-site, -, -, false",
                "same-site, -, -, false",
                "same-origin, http://evil.example, -, false",
                "-, http://evil.example, -, false",
                "-, http://kurenda.example:9090, -, false",
                "-, null, -, false",
                "-, '%%', -, false",
                "-, -, -, true",
                "none, -, -, true",
                "same-origin, http://kurenda.example:8080, -, true",
                "-, https://sms.example, sms.example, true",
            })
    void onlyOurOwnPagesAndTools(String site, String origin, String proxiedHost, boolean expected) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.addHeader("Host", "kurenda.example:8080");
        add(request, "Sec-Fetch-Site", site);
        add(request, "Origin", origin);
        add(request, "X-Forwarded-Host", proxiedHost);
        assertThat(new SameOriginMatcher().matches(request)).isEqualTo(expected);
    }

    private static void add(MockHttpServletRequest request, String header, String value) {
        if (value != null) {
            request.addHeader(header, value);
        }
    }
}
