package pl.kurenda.ledger.vendor;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import java.time.LocalDateTime;
import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import pl.kurenda.ledger.core.Utc;
import pl.kurenda.ledger.vendor.ApiGrant.Scope;

/** A token of a vendor, with the sources it is for. */
@Entity(name = "ApiToken")
@Table(name = "api_token")
class ApiTokenEntity {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private String name;
    private String vendor;
    private boolean sandbox;

    @JdbcTypeCode(SqlTypes.BINARY)
    @Column(length = 32)
    private byte[] hash;

    private boolean maySubmit;
    private boolean mayRead;
    private boolean mayCancel;
    private LocalDateTime createdAt;
    private String createdBy;
    private LocalDateTime expiresAt;
    private LocalDateTime revokedAt;
    private LocalDateTime usedAt;

    @ElementCollection
    @CollectionTable(name = "api_token_source", joinColumns = @JoinColumn(name = "token_id"))
    @Column(name = "source")
    private Set<String> sources;

    /** For Hibernate. */
    protected ApiTokenEntity() {}

    ApiTokenEntity(ApiGrant grant, byte[] hash, LocalDateTime createdAt, String createdBy, LocalDateTime expiresAt) {
        this.name = grant.name();
        this.vendor = grant.vendor();
        this.sandbox = grant.sandbox();
        this.hash = hash.clone();
        this.maySubmit = grant.scopes().contains(Scope.SUBMIT);
        this.mayRead = grant.scopes().contains(Scope.READ);
        this.mayCancel = grant.scopes().contains(Scope.CANCEL);
        this.createdAt = createdAt;
        this.createdBy = createdBy;
        this.expiresAt = expiresAt;
        this.sources = new TreeSet<>(grant.sources());
    }

    Long id() {
        return id;
    }

    void expireBy(LocalDateTime end) {
        if (expiresAt.isAfter(end)) {
            expiresAt = end;
        }
    }

    ApiToken token() {
        return new ApiToken(
                new ApiGrant(id, name, vendor, sources, scopes(), sandbox),
                Utc.instant(createdAt),
                createdBy,
                Utc.instant(expiresAt),
                Utc.instant(revokedAt),
                Utc.instant(usedAt));
    }

    private Set<Scope> scopes() {
        Set<Scope> scopes = EnumSet.noneOf(Scope.class);
        if (maySubmit) {
            scopes.add(Scope.SUBMIT);
        }
        if (mayRead) {
            scopes.add(Scope.READ);
        }
        if (mayCancel) {
            scopes.add(Scope.CANCEL);
        }
        return scopes;
    }
}
