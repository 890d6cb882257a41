package pl.kurenda.delivery.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;
import pl.kurenda.delivery.window.SendWindows;
import pl.kurenda.ledger.core.SmscIdentity;
import pl.kurenda.ledger.dispatch.ClaimedReminder;

class ClaimBufferTest {
    private final FakeQueue queue = new FakeQueue();
    private final Clock clock = Clock.system(ZoneId.of("Europe/Warsaw"));
    private final ClaimBuffer supply = new ClaimBuffer(
            queue, new SendWindows(new MockEnvironment(), new SmscIdentity("smsc", true), clock), clock);

    @Test
    void theNextBlockIsClaimedWhileThisOneIsSent() {
        queue(600);
        assertThat(supply.next(400)).hasSize(400);
        await().until(() -> queue.queued.isEmpty());
        assertThat(ids(supply.next(150))).hasSize(100);
        assertThat(ids(supply.next(150))).hasSize(100);
        assertThat(supply.next(150)).isEmpty();
    }

    @Test
    void whatAClaimAheadLostComesBackOnceNothingOfThisBlockIsLeft() {
        queue(600);
        assertThat(supply.next(1)).hasSize(1);
        queue.failClaims = 1;
        assertThat(supply.next(300)).hasSize(300);
        await().until(() -> queue.queued.isEmpty());
        assertThat(supply.next(300)).hasSize(199);
        assertThatThrownBy(() -> supply.next(300)).isInstanceOf(IllegalStateException.class);
        assertThat(queue.givenBackAll).isZero();
        assertThat(supply.next(300)).hasSize(100);
        assertThat(queue.givenBackAll).isEqualTo(1);
    }

    @Test
    void aClaimThatIsUnderWayIsGivenBackWithTheRest() {
        queue(600);
        assertThat(supply.next(400)).hasSize(400);
        supply.giveBack();
        assertThat(queue.queued).hasSize(200);
        assertThat(queue.claimed).hasSize(400);
    }

    private void queue(int count) {
        for (int id = 1; id <= count; id++) {
            queue.add(DispatchRig.reminder(id, "Zaleglosc", 1, new HashSet<>()));
        }
    }

    private static List<Long> ids(List<ClaimedReminder> reminders) {
        return reminders.stream().map(ClaimedReminder::id).distinct().toList();
    }
}
