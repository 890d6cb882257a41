package pl.kurendabad.delivery;

import java.time.LocalDate;
import java.time.ZoneOffset;

/** For ArchitectureTest: takes the day from the machine. */
class AsksZoneOnly {
    LocalDate today() {
        return LocalDate.now(ZoneOffset.UTC);
    }
}
