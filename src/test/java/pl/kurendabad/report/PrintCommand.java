package pl.kurendabad.report;

/** For ArchitectureTest: must not be reported: it answers a command line. */
class PrintCommand {
    void print() {
        System.out.println("x");
    }
}
