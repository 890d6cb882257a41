package pl.kurenda.camel.smpp;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Pauses between binds.
 *
 * @param first pause after a lost session; doubles with each failure
 * @param longest upper limit; used at once if the SMSC refuses the bind, since operators lock accounts that keep trying
 */
public record SmppPauses(Duration first, Duration longest) {

    /** 1 s, growing to 30 s. */
    public static SmppPauses standard() {
        return new SmppPauses(Duration.ofSeconds(1), Duration.ofSeconds(30));
    }

    /**
     * Shortens the pause by up to a quarter, at random, so that many clients that lost one SMSC do not all come back at
     * once.
     */
    Duration jittered(Duration pause) {
        long millis = pause.toMillis();
        return Duration.ofMillis(millis - ThreadLocalRandom.current().nextLong(millis / 4 + 1));
    }

    Duration after(Duration pause) {
        Duration doubled = pause.multipliedBy(2);
        return doubled.compareTo(longest) > 0 ? longest : doubled;
    }
}
