package pl.kurendabad.ledger;

/** For ArchitectureTest: gives money as a double. */
class DoubleTotal {
    double total(long grosze) {
        return grosze / 100.0;
    }
}
