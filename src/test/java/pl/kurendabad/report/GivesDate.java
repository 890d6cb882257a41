package pl.kurendabad.report;

import java.time.Instant;
import java.util.Date;

/** For ArchitectureTest: gives an old date. */
class GivesDate {
    Date give(Instant instant) {
        return Date.from(instant);
    }
}
