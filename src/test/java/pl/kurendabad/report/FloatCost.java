package pl.kurendabad.report;

/** For ArchitectureTest: money in floats. */
record FloatCost(Float cost) {}
