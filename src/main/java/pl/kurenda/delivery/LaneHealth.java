package pl.kurenda.delivery;

/** What the answers of an SMSC say about using it. */
record LaneHealth(Brake brake, Slowdown slowdown, Silence silence) {

    boolean loose() {
        return brake.loose() && !silence.holds();
    }

    boolean probing() {
        return brake.probing() || silence.suspected();
    }

    /** Whether others may help out. */
    boolean slowed() {
        return slowdown.active() || probing();
    }

    String words(boolean bound) {
        if (!bound) {
            return "unbound";
        }
        if (brake.probing()) {
            return "refuses everything: " + brake.broken();
        }
        if (silence.holds()) {
            return "does not answer";
        }
        if (!brake.loose()) {
            return "paused";
        }
        return slowdown.active() ? "slowed" : "bound";
    }
}
