package pl.kurenda.delivery.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class BlockSizeTest {

    @Test
    void halfOfWhatIsHandedOutMakesABlockOfAnswers() {
        HandedOut handedOut = new HandedOut();
        assertThat(handedOut.half()).isZero();
        LongStream.rangeClosed(1, 7).forEach(id -> handedOut.add(id, mock(Lane.class)));
        assertThat(handedOut.half()).isEqualTo(4);
    }
}
