package pl.kurendabad.nowhere;

/** For ArchitectureTest: is in a package that the table does not know. */
class Stray {}
