package pl.kurendabad.delivery;

import java.time.Instant;

/** For ArchitectureTest: takes the time from the machine. */
class AsksNoClock {
    Instant now() {
        return Instant.now();
    }
}
