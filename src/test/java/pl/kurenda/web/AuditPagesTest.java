package pl.kurenda.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;

/** The audit log pages, with more than one page of entries by a user of this test. */
class AuditPagesTest extends ClerkPages {
    /** Used by this test alone, because the page tests share a database. */
    private static final String FILE = "<script>alert(7)</script>";

    private static final String MINE = "/audit?who=auditee&first=2026-10-01&last=2026-10-31";

    @BeforeAll
    void fill() {
        SampleLedger ledger = new SampleLedger(jdbc, 7000);
        ledger.batch(71, "waste", FILE, "LOADED", TODAY);
        for (int i = 0; i < 120; i++) {
            ledger.run("""
                    insert into audit_log (at, who, action, reminder_id, why)
                    values ('2026-10-10 08:00:00', 'auditee', 'PHONE_SHOWN', ?, null)""", 7001 + i);
        }
        ledger.run("""
                insert into audit_log (at, who, action, batch_id, why)
                values ('2026-10-31 22:59:59.9', 'auditee', 'RELEASE', 71, '=cmd|1')""");
        ledger.run("""
                insert into audit_log (at, who, action, object)
                values ('2026-10-12 08:00:00', 'auditee', 'SOMETHING_NEW', '+48 *** *** 123'),
                  ('2026-10-31 23:00:00', 'auditee', 'SOMETHING_NEW', 'of the next day'),
                  ('2026-10-12 08:00:00', 'other', 'SOMETHING_NEW', 'of another')""");
    }

    @Test
    void theNewestComeFirstWithWordsOrTheirCode() throws Exception {
        String page = audit(MINE, "en");
        assertThat(text(page))
                .contains(
                        "31.10.2026 23:59 auditee released &lt;script&gt;alert(7)&lt;/script&gt; =cmd|1",
                        "12.10.2026 10:00 auditee SOMETHING_NEW +48 *** *** 123",
                        "10.10.2026 10:00 auditee full number shown Reminder 7120")
                .doesNotContain("of the next day", "of another", "Reminder 7022 ");
        assertThat(text(audit(MINE, "pl"))).contains("pokazano pełny numer", "zwolniono");
    }

    @Test
    void theNextPageGoesOnWhereThisEnds() throws Exception {
        String older = link(audit(MINE, "en"), "before=");
        assertThat(text(audit(older, "en")))
                .contains("Reminder 7022 ", "Reminder 7001 ")
                .doesNotContain("Reminder 7023 ");
    }

    @Test
    void aKindAloneCanBeAskedFor() throws Exception {
        assertThat(text(audit(MINE + "&action=RELEASE", "en")))
                .contains("=cmd|1")
                .doesNotContain("10.10.2026");
        assertThat(text(audit("/audit?who=nobody&first=x&last=%27", "en"))).contains("There is no such entry");
        assertThat(text(audit("/audit?who=nobody&first=-999999999-01-01&last=%2B999999999-12-31", "en")))
                .contains("There is no such entry");
        assertThat(text(audit("/audit?who=auditee&first=x&last=%27", "en")))
                .contains("of the next day")
                .doesNotContain("10.10.2026");
    }

    @Test
    void theFileHasAllOfItAndNoFormula() throws Exception {
        MockHttpServletResponse answer = mvc.perform(
                        get(MINE.replace("?", "/file?")).with(user("ewa").roles("AUDITOR")))
                .andReturn()
                .getResponse();
        String[] lines = answer.getContentAsString(StandardCharsets.UTF_8).split("\r\n");
        assertThat(answer.getHeader("Content-Disposition")).contains("audit-2026-10-01-2026-10-31.csv");
        assertThat(lines).hasSize(123);
        assertThat(lines[0]).isEqualTo("\uFEFFat;who;action;reminder;file;object;why");
        assertThat(lines[1]).isEqualTo("2026-10-31 23:59:59;auditee;RELEASE;;" + FILE + ";;'=cmd|1");
        assertThat(lines[2]).isEqualTo("2026-10-12 10:00:00;auditee;SOMETHING_NEW;;;'+48 *** *** 123;");
        assertThat(lines[122]).isEqualTo("2026-10-10 10:00:00;auditee;PHONE_SHOWN;7001;;;");
    }

    private String audit(String path, String language) throws Exception {
        return page(path, language, "AUDITOR", new MockHttpSession());
    }

    private static String link(String page, String part) {
        return page.replaceAll("(?s).*href=\"([^\"]*" + part + "[^\"]*)\".*", "$1")
                .replace("&amp;", "&");
    }
}
