package pl.kurenda.ledger;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the ledger.
 *
 * @param node name of this daemon among those that share the database, up to 190 characters; the default is host
 *     name and port. Never run two daemons under one name: the one that starts later takes over everything
 */
@Validated
@ConfigurationProperties("kurenda")
record LedgerSettings(
        @Size(max = 190, message = "may have 190 characters at most")
        @Pattern(regexp = "[\\w.:@-]*", message = "may hold letters, digits and . : @ _ - only")
        String node) {}
