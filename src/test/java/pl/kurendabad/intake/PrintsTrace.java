package pl.kurendabad.intake;

/** For ArchitectureTest: prints a stack trace. */
class PrintsTrace {
    void print(Exception e) {
        e.printStackTrace();
    }
}
