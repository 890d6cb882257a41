package pl.kurenda.ledger.login;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDateTime;

/** Failed logins of a user, an address, or both. */
@Entity(name = "LoginFailure")
@Table(name = "login_failure")
class LoginFailureEntity {
    @Id
    private byte[] subject;

    private int failures;

    @Column(name = "last_at")
    private LocalDateTime lastAt;

    @Column(name = "locked_until")
    private LocalDateTime lockedUntil;

    /** For Hibernate. */
    protected LoginFailureEntity() {}

    byte[] subject() {
        return subject;
    }

    LocalDateTime lockedUntil() {
        return lockedUntil;
    }
}
