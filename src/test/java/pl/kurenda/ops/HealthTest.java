package pl.kurenda.ops;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.web.servlet.MockMvc;
import pl.kurenda.ops.jmx.OpsTestApplication;

@SpringBootTest(
        classes = OpsTestApplication.class,
        properties = {
            "kurenda.admin.password=secret",
            "management.endpoints.web.exposure.include=health",
            "camel.main.routes-include-pattern=classpath:ops-routes/*.camel.yaml"
        })
@AutoConfigureMockMvc
class HealthTest {

    @Autowired
    private MockMvc mvc;

    @Autowired
    private SettableDaemon daemon;

    @BeforeEach
    void allIsWell() {
        daemon.bound.set(true);
        daemon.folders(true);
        daemon.routes.set(true);
        daemon.dispatch.set(true);
        daemon.database.set(true);
    }

    @Test
    void anSmscThatIsDownDoesNotTurnTheWholeDown() throws Exception {
        daemon.bound.set(false);
        mvc.perform(get("/actuator/health"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.status").value("UP"))
                .andExpect(jsonPath("$.components.smsc.status").value("UNBOUND"));
        mvc.perform(get("/actuator/health/smsc")).andExpect(status().isServiceUnavailable());
        mvc.perform(get("/actuator/health/sending"))
                .andExpect(status().isServiceUnavailable())
                .andExpect(jsonPath("$.status").value("UNBOUND"));
    }

    @Test
    void anSmscThatIsDownLeavesTheProcessAliveAndReady() throws Exception {
        daemon.bound.set(false);
        mvc.perform(get("/actuator/health/liveness")).andExpect(status().isOk());
        mvc.perform(get("/actuator/health/readiness")).andExpect(status().isOk());
    }

    @Test
    void withoutADatabaseTheProcessIsAliveAndNotReady() throws Exception {
        daemon.database.set(false);
        mvc.perform(get("/actuator/health/liveness")).andExpect(status().isOk());
        mvc.perform(get("/actuator/health/readiness"))
                .andExpect(status().isServiceUnavailable())
                .andExpect(jsonPath("$.status").value("DOWN"));
    }

    @Test
    void aRouteThatAnAdministratorStoppedIsNoReasonToStartTheProcessAnew() throws Exception {
        daemon.dispatch.set(false);
        mvc.perform(get("/actuator/health/liveness")).andExpect(status().isOk());
        mvc.perform(get("/actuator/health/readiness")).andExpect(status().isOk());
    }

    @Test
    void anSmscThatIsBoundIsUp() throws Exception {
        mvc.perform(get("/actuator/health/sending"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.status").value("UP"));
        mvc.perform(get("/actuator/health/smsc")).andExpect(status().isOk());
    }

    @Test
    void aRouteThatStandsStillTurnsItsSourceAndTheWholeDown() throws Exception {
        daemon.routes.set(false);
        mvc.perform(get("/actuator/health"))
                .andExpect(status().isServiceUnavailable())
                .andExpect(jsonPath("$.status").value("DOWN"))
                .andExpect(
                        jsonPath("$.components.sources.components.tax.status").value("DOWN"))
                .andExpect(
                        jsonPath("$.components.sources.components.waste.status").value("UP"));
    }

    @Test
    void aRouteBehindTheSourcesThatStandsStillTurnsTheWholeDown() throws Exception {
        daemon.dispatch.set(false);
        mvc.perform(get("/actuator/health").with(httpBasic("admin", "secret")))
                .andExpect(status().isServiceUnavailable())
                .andExpect(jsonPath("$.components.routes.details.standing[0]").value("dispatch"));
    }

    @Test
    void aFolderThatCannotBeReadIsDown() throws Exception {
        daemon.folders(false);
        mvc.perform(get("/actuator/health/sources/waste"))
                .andExpect(status().isServiceUnavailable())
                .andExpect(jsonPath("$.status").value("DOWN"));
    }

    @Test
    void componentsAreForEverybodyAndDetailsForTheAdministrator() throws Exception {
        mvc.perform(get("/actuator/health"))
                .andExpect(jsonPath("$.components.sources.components.length()").value(2))
                .andExpect(jsonPath("$.components.smsc.details").doesNotExist());
        mvc.perform(get("/actuator/health").with(httpBasic("admin", "secret")))
                .andExpect(jsonPath("$.components.smsc.details.smsc").value("test SMSC"))
                .andExpect(jsonPath("$.components.smsc.details.accounts.plus").value("bound"));
    }
}
