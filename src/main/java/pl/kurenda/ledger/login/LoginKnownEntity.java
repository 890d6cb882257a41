package pl.kurenda.ledger.login;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDateTime;

/** A user and an address from which that user has logged in. */
@Entity(name = "LoginKnown")
@Table(name = "login_known")
class LoginKnownEntity {
    @Id
    private byte[] subject;

    @Column(name = "last_at")
    private LocalDateTime lastAt;

    /** For Hibernate. */
    protected LoginKnownEntity() {}
}
