package pl.kurendabad.report;

import java.sql.Timestamp;
import java.time.LocalDateTime;

/** For ArchitectureTest: binds a time in the zone of the JVM. */
class BindsTimestamp {
    Object bind(LocalDateTime time) {
        return Timestamp.valueOf(time);
    }
}
