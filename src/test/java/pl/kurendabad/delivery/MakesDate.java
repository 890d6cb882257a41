package pl.kurendabad.delivery;

/** For ArchitectureTest: takes the time from the machine. */
class MakesDate {
    Object now() {
        return new java.util.Date();
    }
}
