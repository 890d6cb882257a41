package pl.kurenda.delivery.receipt;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pl.kurenda.delivery.DeliverySettings;
import pl.kurenda.delivery.Traffic;
import pl.kurenda.ledger.core.NodeLease;
import pl.kurenda.ledger.receipt.ReceiptInbox;

class ReceiptMatcherTest {
    private static final int BLOCK = 500;
    private static final int TURNS = 12;

    private final ReceiptInbox inbox = mock(ReceiptInbox.class);
    private final NodeLease lease = mock(NodeLease.class);

    @ParameterizedTest
    @CsvSource({"1,12", "2,6", "3,4"})
    void whileRemindersLeaveAllNodesTogetherSettleOneBlockATurn(int nodes, int blocks) {
        when(lease.living()).thenReturn(nodes);
        when(inbox.settle(anyInt(), any(), any())).thenReturn(BLOCK);
        ReceiptMatcher matcher = matcher(() -> true);
        for (int turn = 0; turn < TURNS; turn++) {
            matcher.match();
        }
        verify(inbox, times(blocks)).settle(anyInt(), any(), any());
    }

    @Test
    void whileNothingLeavesEachNodeSettlesAllThereAre() {
        when(lease.living()).thenReturn(2);
        when(inbox.settle(anyInt(), any(), any())).thenReturn(BLOCK, BLOCK, 1, 0);
        ReceiptMatcher matcher = matcher(() -> false);
        matcher.match();
        verify(inbox, times(3)).settle(anyInt(), any(), any());
        matcher.match();
        verify(inbox, times(4)).settle(anyInt(), any(), any());
    }

    private ReceiptMatcher matcher(Traffic traffic) {
        return new ReceiptMatcher(
                inbox,
                mock(ReceiptIdMatcher.class),
                new DeliverySettings(Duration.ofHours(72), "report", Duration.ofSeconds(18)),
                traffic,
                lease);
    }
}
