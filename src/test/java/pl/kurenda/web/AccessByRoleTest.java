package pl.kurenda.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every page and every form, with every role: A for ADMIN, C for CLERK, F for FINANCE, U for AUDITOR. */
class AccessByRoleTest extends ClerkPages {
    private static final Map<String, String> ROLES = Map.of("A", "ADMIN", "C", "CLERK", "F", "FINANCE", "U", "AUDITOR");

    private static final Map<String, String> MAY = Map.ofEntries(
            Map.entry("GET /", "ACFU"),
            Map.entry("GET /today/live", "ACFU"),
            Map.entry("GET /reports", "ACFU"),
            Map.entry("GET /reports/day", "ACFU"),
            Map.entry("GET /reports/files/{day}/{name}", "ACFU"),
            Map.entry("GET /files", "ACFU"),
            Map.entry("GET /files/{id}", "ACFU"),
            Map.entry("GET /files/{id}/receipt", "ACFU"),
            Map.entry("GET /files/{id}/rejected", "AC"),
            Map.entry("POST /files/{id}/decision", "AC"),
            Map.entry("GET /messages", "ACU"),
            Map.entry("POST /messages", "ACU"),
            Map.entry("GET /messages/{id}", "ACU"),
            Map.entry("POST /messages/{id}/phone", "AC"),
            Map.entry("POST /messages/{id}/decision", "AC"),
            Map.entry("GET /reports/month", "ACFU"),
            Map.entry("GET /reports/register", "ACFU"),
            Map.entry("GET /reports/register/{day}/{source}/{kind}", "ACFU"),
            Map.entry("GET /effect", "ACFU"),
            Map.entry("GET /audit", "AU"),
            Map.entry("GET /audit/file", "AU"),
            Map.entry("GET /unknown", "ACFU"),
            Map.entry("POST /unknown", "AC"),
            Map.entry("GET /opt-outs", "ACU"),
            Map.entry("POST /opt-outs", "AC"),
            Map.entry("POST /opt-outs/{id}/removal", "AC"),
            Map.entry("GET /login", "ACFU"));

    /** Addresses besides the pages, for the administrator only. */
    private static final Set<String> ADMIN_ALONE =
            Set.of("GET /apis", "GET /nothing", "POST /files", "POST /", "DELETE /files/7");

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mappings;

    @Test
    void everyPageIsInTheTable() {
        Set<String> found = new TreeSet<>();
        mappings.getHandlerMethods().forEach((info, method) -> {
            String name = method.getBeanType().getPackageName();
            if (name.startsWith("pl.kurenda.web") && !name.equals("pl.kurenda.web.api")) {
                names(info).forEach(found::add);
            }
        });
        assertThat(found).isEqualTo(new TreeSet<>(MAY.keySet()));
    }

    private static Stream<String> names(RequestMappingInfo info) {
        return info.getMethodsCondition().getMethods().stream()
                .flatMap(method -> info.getPatternValues().stream()
                        .map(path -> method + " " + path.replaceAll(":[^/]*\\}(?=/|$)", "}")));
    }

    @Test
    void eachRoleMayWhatTheTableSays() throws Exception {
        Map<String, String> found = new TreeMap<>();
        Map<String, String> expected = new TreeMap<>(MAY);
        ADMIN_ALONE.forEach(page -> expected.put(page, "A"));
        for (String page : expected.keySet()) {
            StringBuilder may = new StringBuilder();
            for (String role : new String[] {"A", "C", "F", "U"}) {
                may.append(answer(page, ROLES.get(role)) == 403 ? "" : role);
            }
            found.put(page, may.toString());
        }
        assertThat(found).isEqualTo(expected);
    }

    @Test
    void nobodyMayWithoutARoleOfTheTable() throws Exception {
        for (String page : MAY.keySet()) {
            assertThat(answer(page, "USER")).as(page).isEqualTo(page.equals("GET /login") ? 200 : 403);
        }
    }

    /** The page has raw figures for the operator: all roles may open the address, but only one menu shows it. */
    @Test
    void theStateOfTheSystemIsInTheMenuOfTheAdministratorAlone() throws Exception {
        for (String role : ROLES.values()) {
            String page = mvc.perform(get("/").with(user("ewa").roles(role)))
                    .andReturn()
                    .getResponse()
                    .getContentAsString();
            assertThat(page.contains("href=\"/actuator/health\"")).as(role).isEqualTo(role.equals("ADMIN"));
        }
    }

    private int answer(String page, String role) throws Exception {
        String[] words = page.split(" ");
        return mvc.perform(request(
                                HttpMethod.valueOf(words[0]),
                                words[1].replace("{id}", "777")
                                        .replace("{day}", "2026-11-01")
                                        .replace("{source}", "waste")
                                        .replace("{kind}", "actions")
                                        .replace("{name}", "x.csv"))
                        .with(user("ewa").roles(role))
                        .with(csrf()))
                .andReturn()
                .getResponse()
                .getStatus();
    }
}
