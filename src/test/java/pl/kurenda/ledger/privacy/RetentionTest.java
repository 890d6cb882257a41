package pl.kurenda.ledger.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pl.kurenda.TallyCheck;
import pl.kurenda.ledger.LedgerFixture;
import pl.kurenda.ledger.ServiceFixture;
import pl.kurenda.ledger.core.ReminderState;
import pl.kurenda.ledger.gate.ReleasePolicy;
import pl.kurenda.ledger.optout.OptOuts;
import pl.kurenda.ledger.phones.PhoneLookup;
import pl.kurenda.ledger.privacy.Retention.Erasure;
import pl.kurenda.recipient.Msisdn;

class RetentionTest {
    private static final String PERSONAL =
            "reminder where msisdn <> '' or text <> '' or name is not null or account is not null";

    private static final LedgerFixture ledger = new LedgerFixture();
    private static final LedgerFixture.Node node = ledger.node("alive");
    private static final Retention retention = ServiceFixture.retention(ledger);

    @AfterEach
    void clean() {
        for (String table : List.of(
                "batch", "reminder", "rejected_row", "segment", "payment", "batch_reason", "history", "outcome")) {
            ledger.run("delete from " + table);
        }
    }

    @Test
    void afterItsTimeAFileKeepsMaskedPhonesAndMoneyAlone() {
        load("a.csv", 2, 3);
        ledger.run("update reminder set state = 'DELIVERED'");
        assertThat(erase(90)).isEqualTo(new Erasure(0, 0, 0, 0));
        ledger.clock().advance(Duration.ofDays(91));
        assertThat(erase(90)).isEqualTo(new Erasure(1, 3, 0, 0));
        assertThat(ledger.count(PERSONAL)).isZero();
        assertThat(ledger.count("rejected_row where raw <> '' or value is not null"))
                .isZero();
        assertThat(ledger.count("reminder where masked_phone like '%002' and amount = 1002"))
                .isOne();
        assertThat(retention.erased("waste", List.of("a.csv", "b.csv")))
                .containsExactly(java.util.Map.entry("a.csv", true));
        assertThat(erase(90)).isEqualTo(new Erasure(0, 0, 0, 0));
        TallyCheck.exact(ledger.jdbc);
    }

    @Test
    void ofAFileThatIsLiveStaysWhatIsLive() {
        for (ReminderState state : ReminderState.values()) {
            load(state + ".csv", 2, 3);
        }
        ledger.run("""
                update reminder r join batch b on b.id = r.batch_id
                set r.state = if(r.line = 2, 'DELIVERED', substring_index(b.file_name, '.', 1))""");
        ledger.clock().advance(Duration.ofDays(400));
        long live = Stream.of(ReminderState.values())
                .filter(state -> !state.isFinal())
                .count();
        int last = ReminderState.values().length - (int) live;
        assertThat(live).isEqualTo(6);
        assertThat(erase(90)).isEqualTo(new Erasure(last, 3L * last + 2 * live, (int) live, 0));
        assertThat(ledger.count(PERSONAL)).isEqualTo(live);
        assertThat(ledger.count("batch where erasure_waits")).isEqualTo(live);
        assertThat(retention.erased("waste", List.of("UNKNOWN.csv", "DELIVERED.csv")))
                .as("the file itself may go")
                .containsOnly(java.util.Map.entry("UNKNOWN.csv", true), java.util.Map.entry("DELIVERED.csv", true));
        ledger.run("update reminder set state = 'ABANDONED'");
        assertThat(erase(90).files()).as("it is looked at once a day").isZero();
        ledger.clock().advance(Duration.ofDays(1));
        assertThat(erase(90).files()).isEqualTo((int) live);
        assertThat(ledger.count("batch where erasure_waits")).isZero();
    }

    @Test
    void whatBecameFinalLaterStaysAsLongAfterItThoughTheFileWaits() {
        load("a.csv", 2, 4);
        ledger.run("update reminder set state = if(line = 2, 'HELD', 'DELIVERED'), reference = null");
        ledger.run("update reminder set state_at = state_at + interval 30 day where line = 3");
        String key = key(4);
        ledger.clock().advance(Duration.ofDays(91));
        assertThat(erase(90)).isEqualTo(new Erasure(0, 2, 1, 0));
        assertThat(ledger.count("reminder where line = 4 and msisdn = '' and text = ''"))
                .isOne();
        assertThat(key(4)).as("a hash of the phone").isNotEqualTo(key);
        assertThat(ledger.count("reminder where line in (2, 3) and msisdn <> '' and text <> ''"))
                .isEqualTo(2);
        assertThat(retention.erased("waste", List.of("a.csv")))
                .as("the file has the row that became final later")
                .containsEntry("a.csv", false);
        ledger.run("update reminder set state = 'DELIVERED', state_at = state_at + interval 91 day where line = 2");
        ledger.clock().advance(Duration.ofDays(31));
        assertThat(erase(90)).isEqualTo(new Erasure(0, 0, 0, 0));
        ledger.clock().advance(Duration.ofDays(60));
        assertThat(erase(90)).isEqualTo(new Erasure(1, 2, 0, 0));
    }

    @Test
    void aFileWithALateReceiptStaysForAsLongAfterIt() {
        load("a.csv", 2, 2);
        ledger.run("update reminder set state = 'DELIVERED', state_at = state_at + interval 30 day");
        ledger.clock().advance(Duration.ofDays(119));
        assertThat(erase(90).files()).isZero();
        ledger.clock().advance(Duration.ofDays(2));
        assertThat(erase(90).files()).isOne();
    }

    @Test
    void whatWasCutOffIsGoneOnWith() {
        load("a.csv", 2, 2501);
        ledger.run("update reminder set state = 'DELIVERED'");
        ledger.clock().advance(Duration.ofDays(91));
        ledger.jdbc.sql("""
                        create trigger cut before update on reminder for each row
                        if old.line = 1500 then signal sqlstate '45000'; end if""").update();
        assertThatThrownBy(() -> erase(90)).isInstanceOf(RuntimeException.class);
        assertThat(ledger.count(PERSONAL)).as("a block is whole or not done").isEqualTo(1500);
        ledger.jdbc.sql("drop trigger cut").update();
        assertThat(erase(90)).isEqualTo(new Erasure(1, 1501, 0, 0));
        assertThat(ledger.count(PERSONAL)).isZero();
    }

    @Test
    void aDebtThatIsToldByItsPhoneGetsARandomKeyInAllItsRowsAtOnce() {
        load("a.csv", 2, 2);
        ledger.run("update reminder set state = 'DELIVERED'");
        ledger.clock().advance(Duration.ofDays(60));
        load("b.csv", 2, 3);
        ledger.run("update reminder set state = 'DELIVERED', reference = if(line = 3, 'R3', null)");
        ledger.run("""
                insert into payment (source, debt_key, paid_on, amount, origin, origin_id, identity, ordinal, part, booked_at)
                select source, debt_key, '2026-11-30', 5, 'FILE', 1, debt_key, 1, 1, state_at from reminder
                where batch_id = (select max(id) from batch)""");
        ledger.clock().advance(Duration.ofDays(31));
        assertThat(erase(90).files()).isOne();
        assertThat(keysOfLine(2))
                .as("the debt stands in a file that is there yet")
                .isOne();
        String key = key(2);
        ledger.clock().advance(Duration.ofDays(60));
        assertThat(erase(90).files()).isOne();
        assertThat(keysOfLine(2)).isOne();
        assertThat(key(2)).isNotEqualTo(key);
        assertThat(ledger.count("payment p join reminder r on r.debt_key = p.debt_key where r.line = 2 and p.erased"
                        + " and p.identity <> unhex('" + key + "')"))
                .isEqualTo(2);
        assertThat(ledger.count(
                        "payment p join reminder r on r.debt_key = p.debt_key where r.line = 3 and not p.erased"))
                .isOne();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void accountsOfWhatWasSentStayOnlyForTheListsOfUpomnienie(boolean keep) {
        node.load(
                "a.csv",
                List.of(
                        ledger.rowOf(2, "48501000002", 500, "61109010140000071219812874"),
                        ledger.rowOf(3, "48501000003", 500, "61109010140000071219812874")));
        ledger.run("update reminder set state = 'DELIVERED'");
        ledger.run("insert into segment (reminder_id, number, state, smsc, message_id, answered_at)"
                + " select id, 1, 'DELIVERED', 's', 'x', state_at from reminder where line = 2");
        ledger.clock().advance(Duration.ofDays(91));
        retention.erase(ledger.clock().instant().minus(Duration.ofDays(90)), keep);
        assertThat(ledger.count("reminder where account is not null")).isEqualTo(keep ? 1 : 0);
    }

    @Test
    void numbersThatStandByThemselvesGoAndOptOutsStay() {
        OptOuts optOuts = ledger.optOuts();
        optOuts.add(new Msisdn("48501000001"), "ewa", "letter");
        optOuts.add(new Msisdn("48501000002"), "ewa", "letter");
        optOuts.remove(new Msisdn("48501000002"), "ewa", "asked");
        PhoneLookup.Import rows = ledger.phoneLookup().replace("waste");
        rows.add("D/1", new Msisdn("48501000003"));
        rows.finish();
        ledger.run(
                "insert into stop_request (smsc, msisdn, addressed, received_at, settled_at)"
                        + " values ('s', '48501000001', '1', '2026-11-24', '2026-11-24'), ('s', '48501000009', '1', '2026-11-24', null)");
        ledger.run("insert into receipt_inbox (id, smsc, msisdn, state, received_at, next_try_at) values"
                + " (1, 's', '48501000001', 'UNMATCHED', '2026-11-24', '2026-11-24'),"
                + " (2, 's', '48501000001', 'NEW', '2026-11-24', '2026-11-24')");
        ledger.clock().advance(Duration.ofDays(91));
        assertThat(erase(90)).isEqualTo(new Erasure(0, 0, 0, 1));
        assertThat(ledger.count("opt_out where msisdn = '48501000001'")).isOne();
        assertThat(ledger.count("opt_out_change where msisdn = '48501000001'")).isOne();
        assertThat(ledger.count("opt_out_change where msisdn = '' and masked_phone <> ''"))
                .isEqualTo(2);
        assertThat(ledger.count("phone_lookup")).isZero();
        assertThat(ledger.count("stop_request where settled_at is null")).isEqualTo(ledger.count("stop_request"));
        assertThat(ledger.count("receipt_inbox")).isOne();
    }

    private Erasure erase(int days) {
        return retention.erase(ledger.clock().instant().minus(Duration.ofDays(days)), false);
    }

    private void load(String file, int first, int last) {
        long batch = node.begin(file);
        node.batches.load(batch, ledger.rows(first, last), List.of(ledger.rejection(last + 1)));
        node.batches.finish(batch, last - first + 2, ReleasePolicy.NONE);
    }

    private long keysOfLine(int line) {
        return ledger.jdbc
                .sql("select count(distinct debt_key) from reminder where line = ?")
                .param(line)
                .query(Long.class)
                .single();
    }

    private String key(int line) {
        return ledger.jdbc
                .sql("select max(hex(debt_key)) from reminder where line = ?")
                .param(line)
                .query(String.class)
                .single();
    }
}
