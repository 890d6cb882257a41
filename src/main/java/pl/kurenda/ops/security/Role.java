package pl.kurenda.ops.security;

/** What a person who logs in is there for; {@link AccessTable} says what that allows. */
public enum Role {
    /** Everything, Hawtio and Jolokia included. */
    ADMIN,
    /** Answers residents and decides about what waits. */
    CLERK,
    /** Reads figures and reports, and nothing of a person. */
    FINANCE,
    /** Reads everything but full phone numbers, and changes nothing. */
    AUDITOR
}
