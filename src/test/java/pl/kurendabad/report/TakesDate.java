package pl.kurendabad.report;

import java.util.Date;

/** For ArchitectureTest: takes an old date. */
class TakesDate {
    void take(Date date) {}
}
