package pl.kurenda.camel;

import java.time.Duration;

/**
 * Pauses between binds.
 *
 * @param first after a lost session; doubles with each failure
 * @param longest never more; at once where the SMSC refuses the bind, since operators lock accounts that keep trying
 */
record SmppPauses(Duration first, Duration longest) {

    /** 1 s, growing to 30 s. */
    static SmppPauses standard() {
        return new SmppPauses(Duration.ofSeconds(1), Duration.ofSeconds(30));
    }

    Duration after(Duration pause) {
        Duration doubled = pause.multipliedBy(2);
        return doubled.compareTo(longest) > 0 ? longest : doubled;
    }
}
