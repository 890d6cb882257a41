package pl.kurendabad.delivery;

/** For ArchitectureTest: takes the time from the machine. */
class CountsMillis {
    long now() {
        return System.currentTimeMillis();
    }
}
