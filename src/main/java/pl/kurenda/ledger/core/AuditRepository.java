package pl.kurenda.ledger.core;

import org.springframework.data.repository.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The table {@code audit_log}. Rows are only added. */
@Transactional
interface AuditRepository extends Repository<AuditEntity, Long> {

    AuditEntity save(AuditEntity entry);
}
