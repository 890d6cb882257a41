package pl.kurenda.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import pl.kurenda.DatabaseFixture;

/** Shared base of page tests: one application, one database, and a simulated user. */
@SpringBootTest(
        classes = WebTestApplication.class,
        properties = {
            "kurenda.admin.password=secret",
            "management.endpoints.web.exposure.include=health",
            "camel.main.routes-include-pattern=classpath:ops-routes/*.camel.yaml",
            "kurenda.demo=true",
            "kurenda.home=target/clerk-home"
        })
@AutoConfigureMockMvc
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ClerkPages {
    /** Half an hour ago, office time. */
    static final LocalDateTime TODAY = LocalDateTime.of(2026, 11, 24, 7, 35);

    static final String BAD = "<script>alert(1)</script>";
    static final String INERT = "&lt;script&gt;alert(1)&lt;/script&gt;";

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient jdbc;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        registry.add("spring.datasource.url", DatabaseFixture::url);
        registry.add("spring.datasource.username", () -> "root");
    }

    /** Returns the page as a clerk gets it; fails if it is broken or a text is missing. */
    String page(String path, String language) throws Exception {
        return page(path, language, "CLERK", new MockHttpSession());
    }

    String page(String path, String language, String role, MockHttpSession session) throws Exception {
        MockHttpServletRequestBuilder request =
                get(path).session(session).with(user("ewa").roles(role)).header("Accept-Language", language);
        String page = mvc.perform(request)
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(page).doesNotContain("??", "<script", "style=\"", "http-equiv");
        return page;
    }

    int code(String path, String role) throws Exception {
        return mvc.perform(get(path).with(user("ewa").roles(role)))
                .andReturn()
                .getResponse()
                .getStatus();
    }

    /** Sends a form in the role and returns the response. */
    MvcResult send(String role, MockHttpSession session, String path, String... fields) throws Exception {
        MockHttpServletRequestBuilder request = post(path)
                .session(session)
                .with(user("ewa").roles(role))
                .with(csrf())
                .header("Accept-Language", "en");
        for (int i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        return mvc.perform(request).andReturn();
    }

    /** Returns what a clerk reads after sending a form. */
    String said(String path, String... fields) throws Exception {
        MvcResult result = send("CLERK", new MockHttpSession(), path, fields);
        assertThat(result.getResponse().getStatus()).as(path).isEqualTo(302);
        return String.join(" ", sentences(result, "notes")) + "|" + String.join(" ", sentences(result, "problems"));
    }

    private static List<String> sentences(MvcResult result, String name) {
        Object said = result.getFlashMap().get(name);
        return said instanceof Collection<?> all
                ? all.stream().map(String::valueOf).toList()
                : List.of();
    }

    /** Returns the text of a page without tags. */
    static String text(String page) {
        return page.replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ");
    }
}
