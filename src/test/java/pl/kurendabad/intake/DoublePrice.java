package pl.kurendabad.intake;

/** For ArchitectureTest: takes money as a double. */
class DoublePrice {
    void take(double[] prices) {}
}
