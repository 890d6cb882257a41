package pl.kurenda.camel.smpp;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Pauses between binds.
 *
 * @param first after a lost session; doubles with each failure
 * @param longest never more; at once where the SMSC refuses the bind, since operators lock accounts that keep trying
 */
public record SmppPauses(Duration first, Duration longest) {

    /** 1 s, growing to 30 s. */
    public static SmppPauses standard() {
        return new SmppPauses(Duration.ofSeconds(1), Duration.ofSeconds(30));
    }

    /** Up to a quarter less, at random: many clients that have lost one SMSC must not all come back at once. */
    Duration jittered(Duration pause) {
        long millis = pause.toMillis();
        return Duration.ofMillis(millis - ThreadLocalRandom.current().nextLong(millis / 4 + 1));
    }

    Duration after(Duration pause) {
        Duration doubled = pause.multipliedBy(2);
        return doubled.compareTo(longest) > 0 ? longest : doubled;
    }
}
