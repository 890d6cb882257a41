package pl.kurenda.intake;

/** A file turned out not to be readable; never leaves the package. */
final class RefusedException extends Exception {
    private static final long serialVersionUID = 1;

    private final transient Refusal refusal;

    RefusedException(Refusal refusal) {
        super(refusal.kind().name());
        this.refusal = refusal;
    }

    Refusal refusal() {
        return refusal;
    }
}
