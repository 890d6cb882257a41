package pl.kurenda.ledger.core;

import jakarta.persistence.AttributeConverter;
import java.time.Instant;
import java.time.LocalDateTime;

/** Lets an entity have an instant where its table has a time in UTC. */
public class UtcConverter implements AttributeConverter<Instant, LocalDateTime> {

    @Override
    public LocalDateTime convertToDatabaseColumn(Instant instant) {
        return instant == null ? null : Utc.of(instant);
    }

    @Override
    public Instant convertToEntityAttribute(LocalDateTime utc) {
        return Utc.instant(utc);
    }
}
