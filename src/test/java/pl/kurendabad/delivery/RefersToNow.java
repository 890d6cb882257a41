package pl.kurendabad.delivery;

import java.time.Instant;
import java.util.function.Supplier;

/** For ArchitectureTest: takes the time from the machine by a method reference. */
class RefersToNow {
    Supplier<Instant> time = Instant::now;
}
