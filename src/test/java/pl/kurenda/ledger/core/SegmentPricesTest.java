package pl.kurenda.ledger.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import pl.kurenda.ledger.LedgerFixture;
import pl.kurenda.ledger.dispatch.ClaimedReminder;
import pl.kurenda.ledger.dispatch.SegmentOutcome;
import pl.kurenda.ledger.dispatch.SubmitReport;
import pl.kurenda.ledger.inbox.DeliveryReceipt;
import pl.kurenda.ledger.receipt.JdbcReceiptsTest;
import pl.kurenda.ledger.receipt.MessageReference;

/** Each segment keeps the price of the account that accepted it, whatever is charged later. */
class SegmentPricesTest {
    private static final Duration WINDOW = Duration.ofHours(72);

    private final LedgerFixture ledger = new LedgerFixture();
    private final LedgerFixture.Node node = ledger.node("a");

    @Test
    void outcomesAndTheBillHaveThePriceOfTheAcceptance() {
        ledger.prices = (source, account) -> new BigDecimal(account.equals("plus") ? "0.0600" : "0.0800");
        node.load(
                "x.csv", List.of(ledger.row(2), ledger.row(3, "two", 500, 2), ledger.row(4), ledger.row(5, "e", 1, 2)));
        List<ClaimedReminder> sent = node.submitting(4);
        answer(sent.get(0), "plus", ReminderState.ENROUTE, "70");
        answer(sent.get(1), "orange", ReminderState.ENROUTE, "71", "72");
        answer(sent.get(2), "plus", ReminderState.UNKNOWN, (String) null);
        answer(sent.get(3), "plus", ReminderState.ENROUTE, "73", "74");
        assertThat(ledger.count("segment where message_id is null and price is not null"))
                .as("nobody accepted it")
                .isZero();
        ledger.prices = (source, account) -> new BigDecimal("0.9000");
        receive(sent.get(0), "plus", "70", null);
        receive(sent.get(1), "orange", "71", null);
        receive(sent.get(1), "orange", "72", null);
        receive(sent.get(2), "plus", "75", MessageReference.of(sent.get(2).id(), 1));
        ledger.clock.advance(WINDOW.plusMinutes(1));
        node.upkeep.tidy(WINDOW);
        node.upkeep.tidy(WINDOW);
        assertThat(ledger.sql("""
                        select concat(r.line, ' ', o.state, ' ', o.cost) from outcome o join reminder r on r.id = o.reminder_id
                        order by r.line"""))
                .containsExactly(
                        "2 DELIVERED 0.0600", "3 DELIVERED 0.1600", "4 DELIVERED 0.9000", "5 NO_RECEIPT 0.1200");
        assertThat(ledger.sql("""
                        select concat(smsc, ' ', price, ' ', segments) from billed_tally order by smsc, price""")).containsExactly("orange 0.0800 2", "plus 0.0600 3", "plus 0.9000 1");
    }

    private void answer(ClaimedReminder reminder, String account, ReminderState state, String... ids) {
        List<SegmentOutcome> answers = new java.util.ArrayList<>();
        for (String id : ids) {
            answers.add(new SegmentOutcome(answers.size() + 1, state, id, null, null, ledger.clock.instant()));
        }
        node.dispatches.record(
                List.of(new SubmitReport(reminder.id(), reminder.fence(), state, null, null, account, answers)));
    }

    private void receive(ClaimedReminder reminder, String account, String id, Integer reference) {
        ledger.receive(ledger.entries(List.of(new DeliveryReceipt(
                account, id, reminder.msisdn(), "DELIVERED", "000", reference, ledger.clock.instant()))));
        node.inbox.settle(10, new JdbcReceiptsTest.Same(), WINDOW);
    }
}
