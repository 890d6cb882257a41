package pl.kurendabad.ledger;

import jakarta.persistence.Embeddable;

/** For ArchitectureTest: a part of an entity that others can see. */
@Embeddable
public class OpenPart {}
