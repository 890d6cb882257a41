package pl.kurendabad.report;

import java.util.Date;

/** For ArchitectureTest: keeps an old date. */
class KeepsDate {
    Date date;
}
