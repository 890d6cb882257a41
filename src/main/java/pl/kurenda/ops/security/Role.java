package pl.kurenda.ops.security;

/** Role of a user; {@link AccessTable} lists what it allows. */
public enum Role {
    /** Everything, including Hawtio and Jolokia. */
    ADMIN,
    /** Helps residents and decides about what waits. */
    CLERK,
    /** Reads figures and reports, but no personal data. */
    FINANCE,
    /** Reads everything except full phone numbers, and changes nothing. */
    AUDITOR
}
