package pl.kurenda.ledger.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import pl.kurenda.ledger.LedgerFixture;
import pl.kurenda.ledger.PageFixture;
import pl.kurenda.ledger.batch.BatchTotals;
import pl.kurenda.ledger.batch.RejectedLine;
import pl.kurenda.ledger.core.ReminderState;
import pl.kurenda.ledger.decision.Decision;
import pl.kurenda.ledger.decision.FileDecisionResult;
import pl.kurenda.ledger.optout.OptOutEntry;
import pl.kurenda.recipient.Msisdn;

/** What the clerk's pages read and decide. */
class PageQueriesTest {
    private final LedgerFixture ledger = new LedgerFixture();
    private final LedgerFixture.Node node = ledger.node("a");
    private final PageFixture pages = ledger.pages();

    @Test
    void filesComeNewestFirstBySourceAndState() {
        node.load("first.csv", ledger.rows(102, 103));
        ledger.clock.advance(Duration.ofMinutes(1));
        long held = ledger.holdFile("held.csv", 3);
        ledger.clock.advance(Duration.ofMinutes(1));
        node.begin("loading.csv");
        assertThat(names(null, null, 0)).containsExactly("loading.csv", "held.csv", "first.csv");
        assertThat(names("waste", "HELD", 0)).containsExactly("held.csv");
        assertThat(names(null, null, 2)).containsExactly("first.csv");
        assertThat(names("tax", null, 0)).isEmpty();
        assertThat(pages.files().sources()).containsExactly("waste");
        assertThat(pages.files().entry(held)).get().satisfies(file -> {
            assertThat(List.of(file.rows(), file.held(), file.queued())).containsExactly(3, 3, 0);
            assertThat(file.grosze()).isEqualTo(1002 + 1003 + 1004);
        });
        assertThat(pages.files().entry(999)).isEmpty();
        assertThat(pages.files().story(999)).isEmpty();
    }

    private List<String> names(String source, String state, int from) {
        return pages.files().list(source, state, from, 10).stream()
                .map(FileEntry::file)
                .toList();
    }

    @Test
    void aFileKeepsTheReasonsOfItsLoading() {
        node.load("first.csv", ledger.rows(2, 2));
        long id = node.begin("x.csv");
        node.batches.load(id, ledger.rows(2, 4), List.of(ledger.rejection(7), ledger.rejection(8)));
        BatchTotals totals = node.batches.finish(id, 5);
        assertThat(totals.reasons()).isEqualTo(Map.of("PHONE_INVALID", 2, "DUPLICATE_DEBT", 1));
        ledger.optOuts().add(new Msisdn("48501000004"), "ewa", "call");
        FileHistory story = pages.files().story(id).orElseThrow();
        assertThat(story.totals()).isEqualTo(totals);
        assertThat(story.states()).isEqualTo(Map.of(ReminderState.SUPPRESSED, 2L, ReminderState.QUEUED, 1L));
        ledger.run("delete from batch_reason");
        assertThat(pages.files().story(id).orElseThrow().totals().reasons())
                .as("of a file that was loaded before they were kept")
                .isEqualTo(Map.of("PHONE_INVALID", 2, "DUPLICATE_DEBT", 1, "OPTED_OUT", 1));
        assertThat(pages.files().rejected(id, 0, 1)).singleElement().satisfies(row -> {
            assertThat(row).isEqualTo(new RejectedLine(7, "PHONE_INVALID", "telefon", "123"));
            assertThat(row).asString().doesNotContain("123");
        });
        assertThat(pages.files().rejected(id, 7, 10)).hasSize(1);
    }

    @Test
    void confirmationsOfOptOutsAreListedForWhoAsksForThem() {
        long id = node.load("x.csv", ledger.rows(2, 2)).batchId();
        ledger.run("""
                insert into batch (id, source, file_name, filed_name, sha256, size_bytes, file_modified, charset, cell_delimiter,
                  state, demo, open, node, fence, received_at)
                select id + 1000, 'opt-out', 'stop-1', 'stop-1', repeat('f', 64), 1, file_modified, charset, cell_delimiter,
                  state, demo, open, node, fence, received_at + interval 1 hour from batch""" + " where id = " + id);
        assertThat(pages.files().list(null, null, 0, 10))
                .extracting(FileEntry::id)
                .containsExactly(id);
        assertThat(pages.files().sources()).contains("opt-out");
        assertThat(pages.files().list("opt-out", null, 0, 10)).hasSize(1);
    }

    @Test
    void whatIsDecidedByCommandIsInTheAuditLogToo() {
        ledger.leaveUnknown("x.csv", 2);
        ledger.decisions().decide(Decision.GIVE_UP, List.of(ledger.id(2), 999_999L), "ewa", "asked");
        assertThat(audited("GIVE_UP", "reminder_id = " + ledger.id(2) + " and why = 'asked'"))
                .isEqualTo(1);
        long held = ledger.holdFile("held.csv", 3);
        ledger.fileDecisions().decide(Decision.RELEASE, held, "ewa", "one landlord");
        assertThat(audited("RELEASE", "batch_id = " + held)).isEqualTo(1);
        assertThat(ledger.count("audit_log")).isEqualTo(2);
    }

    @Test
    void decisionsAboutAFileAreKept() {
        long held = ledger.holdFile("held.csv", 3);
        assertThat(pages.files().story(held).orElseThrow().releasable()).isTrue();
        assertThat(pages.desk().decideFile(Decision.RELEASE, held, "ewa", "one landlord"))
                .isEqualTo(new FileDecisionResult(FileDecisionResult.Outcome.DONE, 3, 0));
        FileHistory story = pages.files().story(held).orElseThrow();
        assertThat(story.releasable()).isFalse();
        assertThat(story.decisions()).singleElement().satisfies(made -> {
            assertThat(made.who()).isEqualTo("ewa");
            assertThat(made.decision()).isEqualTo(Decision.RELEASE);
            assertThat(made.reminders()).isEqualTo(3);
        });
        assertThat(audited("RELEASE", "batch_id = " + held)).isEqualTo(1);
        assertThat(pages.desk()
                        .decideFile(Decision.RELEASE, held, "ewa", "again")
                        .outcome())
                .isEqualTo(FileDecisionResult.Outcome.NOTHING);
        assertThat(audited("RELEASE", "true")).isEqualTo(1);
    }

    @Test
    void aFileIsBusyWhileAnotherIsBeingLoadedAndNothingIsAudited() {
        long held = ledger.holdFile("held.csv", 1);
        node.begin("other.csv");
        assertThat(pages.desk().decideFile(Decision.RELEASE, held, "ewa", "x").outcome())
                .isEqualTo(FileDecisionResult.Outcome.BUSY);
        assertThat(ledger.count("audit_log")).isZero();
        assertThat(ledger.count("reminder where state = 'HELD'")).isEqualTo(1);
    }

    @Test
    void aDecisionAndItsNoteStandOrFallTogether() {
        ledger.leaveUnknown("x.csv", 2);
        ledger.run("alter table audit_log add constraint full check (reminder_id <> " + ledger.id(3) + ")");
        assertThatThrownBy(() -> pages.desk().decide(Decision.GIVE_UP, List.of(ledger.id(2), ledger.id(3)), "ewa", "x"))
                .isNotNull();
        assertThat(ledger.count("reminder where state = 'UNKNOWN'")).isEqualTo(2);
        assertThat(pages.desk()
                        .decide(Decision.GIVE_UP, List.of(ledger.id(2)), "ewa", "x")
                        .done())
                .hasSize(1);
        assertThat(audited("GIVE_UP", "reminder_id = " + ledger.id(2))).isEqualTo(1);
    }

    @Test
    void aNumberIsRevealedToWhoIsNoted() {
        node.load("x.csv", ledger.rows(2, 2));
        assertThat(pages.desk().reveal(ledger.id(2), "ewa")).contains(new Msisdn("48501000002"));
        assertThat(audited("PHONE_SHOWN", "reminder_id = " + ledger.id(2))).isEqualTo(1);
        assertThat(pages.desk().reveal(999, "ewa")).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> pages.desk().reveal(ledger.id(2), " "));
        assertThat(ledger.count("audit_log")).isEqualTo(1);
    }

    private long audited(String action, String which) {
        return ledger.count("audit_log where who = 'ewa' and action = '" + action + "' and " + which);
    }

    @Test
    void remindersAreFoundByPhoneReferenceAndFile() {
        node.load("x.csv", ledger.rows(2, 4));
        ledger.clock.advance(Duration.ofMinutes(1));
        node.load("y.csv", ledger.rows(4, 5));
        ledger.run("update reminder set reference = 'ODP/7' where line = 4");
        assertThat(pages.search().byPhone(new Msisdn("48501000004"), 0, 10))
                .extracting(FoundReminder::file)
                .containsExactly("y.csv", "x.csv");
        assertThat(pages.search().byPhone(new Msisdn("48501000004"), 0, 1)).hasSize(1);
        assertThat(pages.search().byReference("odp/7", 0, 10)).hasSize(2);
        assertThat(pages.search().byReference("ODP", 0, 10)).isEmpty();
        assertThat(pages.search().byFile("x.csv", null, 0, 10))
                .extracting(FoundReminder::line)
                .containsExactly(2, 3, 4);
        assertThat(pages.search().byFile("y.csv", 5, 0, 10))
                .singleElement()
                .satisfies(found -> assertThat(found).asString().doesNotContain("501"));
        assertThat(pages.search().byFile("z.csv", null, 0, 10)).isEmpty();
    }

    @Test
    void theStoryOfAReminderIsInOrder() {
        ledger.leaveUnknown("x.csv", 2);
        assertThat(pages.search().unknown(0, 10))
                .extracting(unknown -> unknown.reminder().line())
                .containsExactly(2, 3);
        assertThat(pages.search().unknown(ledger.id(2), 10)).hasSize(1);
        pages.desk().decide(Decision.GIVE_UP, List.of(ledger.id(2)), "ewa", "call 4711");
        ReminderHistory story = pages.search().story(ledger.id(2)).orElseThrow();
        assertThat(story.changes())
                .extracting(ReminderHistory.Change::to)
                .containsExactly(ReminderState.SUBMITTING, ReminderState.UNKNOWN, ReminderState.ABANDONED);
        assertThat(story.changes().get(2).who()).isEqualTo("ewa");
        assertThat(story).asString().doesNotContain("Jan");
        assertThat(pages.search().story(999)).isEmpty();
    }

    @Test
    void optOutsAreNamedByTheChangeThatMadeThem() {
        Msisdn phone = new Msisdn("48501000004");
        ledger.optOuts().add(phone, "ewa", "call");
        OptOutEntry entry = pages.optOuts().page(0, 10).get(0);
        assertThat(entry.maskedPhone()).isEqualTo(phone.masked());
        assertThat(pages.optOuts().phone(entry.id())).contains(phone);
        ledger.optOuts().remove(phone, "ewa", "asked");
        assertThat(pages.optOuts().phone(entry.id())).isEmpty();
        ledger.optOuts().add(phone, "jan", "call");
        assertThat(pages.optOuts().phone(entry.id())).as("an old page").isEmpty();
        assertThat(pages.optOuts().page(0, 10)).hasSize(1);
        assertThat(pages.optOuts().page(1, 10)).isEmpty();
    }
}
