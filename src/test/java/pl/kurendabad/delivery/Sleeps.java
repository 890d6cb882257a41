package pl.kurendabad.delivery;

/** For ArchitectureTest: sleeps. */
class Sleeps {
    void sleep() throws InterruptedException {
        Thread.sleep(1);
    }
}
