package pl.kurendabad.ledger;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** For ArchitectureTest: an entity that others can see. */
@Entity
public class OpenEntity {
    @Id
    long id;
}
