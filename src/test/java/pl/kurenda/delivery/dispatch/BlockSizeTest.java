package pl.kurenda.delivery.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class BlockSizeTest {

    @Test
    void halfOfWhatIsHandedOutMakesABlockOfAnswers() {
        InFlight handedOut = new InFlight();
        assertThat(handedOut.half()).isZero();
        LongStream.rangeClosed(1, 7).forEach(id -> handedOut.add(id, mock(SmscChannel.class)));
        assertThat(handedOut.half()).isEqualTo(4);
    }
}
