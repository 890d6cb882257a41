package pl.kurendabad.money;

/** For ArchitectureTest: keeps money in a double. */
class DoubleSum {
    double sum;
}
