package pl.kurendabad.report;

import java.time.Instant;
import java.util.Date;
import java.util.function.Consumer;

/** For ArchitectureTest: must not be reported: a library wants a date. */
class HandsDateOver {
    void hand(Instant instant, Consumer<Object> library) {
        library.accept(Date.from(instant));
    }
}
