package pl.kurendabad.delivery;

/** For ArchitectureTest: must not be reported: a rate is no money. */
class DoubleRate {
    double perSecond;
}
