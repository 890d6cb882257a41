package pl.kurenda.web.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;
import pl.kurenda.intake.submission.SubmissionDesk;
import pl.kurenda.ledger.vendor.ApiGrant;

class VendorScopeTest {
    private static ApiGrant grant(boolean sandbox) {
        return new ApiGrant(1, "x", "x", Set.of("waste"), Set.of(), sandbox);
    }

    @Test
    void withoutASandboxItsTokensAreToldSo() {
        SubmissionDesk desk = Mockito.mock(SubmissionDesk.class);
        Mockito.when(desk.knows("waste")).thenReturn(true);
        VendorScope callers = new VendorScope(null, desk, false);
        assertThatExceptionOfType(ApiProblem.class)
                .isThrownBy(() -> callers.source(grant(true), "waste"))
                .satisfies(problem -> {
                    assertThat(problem.status().value()).isEqualTo(503);
                    assertThat(problem.code()).isEqualTo("sandbox-off");
                });
        assertThat(callers.source(grant(false), "waste")).isEqualTo("waste");
    }
}
