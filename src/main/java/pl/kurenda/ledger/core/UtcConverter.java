package pl.kurenda.ledger.core;

import jakarta.persistence.AttributeConverter;
import java.time.Instant;
import java.time.LocalDateTime;

/** Maps a UTC time in a table to an instant in an entity. */
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
