package pl.kurendabad.intake;

/** For ArchitectureTest: prints. */
class Prints {
    void print() {
        System.out.println("x");
    }
}
