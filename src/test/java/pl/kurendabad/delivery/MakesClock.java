package pl.kurendabad.delivery;

import java.time.Clock;

/** For ArchitectureTest: makes a clock of its own. */
class MakesClock {
    Clock clock = Clock.systemUTC();
}
