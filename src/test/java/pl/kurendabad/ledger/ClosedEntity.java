package pl.kurendabad.ledger;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** For ArchitectureTest: must not be reported. */
@Entity
class ClosedEntity {
    @Id
    long id;
}
