package pl.kurenda.delivery;

/** What the answers of an SMSC say about using it. */
record LaneHealth(Brake brake, Slowdown slowdown) {

    boolean loose() {
        return brake.loose();
    }

    boolean probing() {
        return brake.probing();
    }

    boolean slowed() {
        return slowdown.active();
    }

    String words(boolean bound) {
        if (!bound) {
            return "unbound";
        }
        if (brake.probing()) {
            return "refuses everything: " + brake.broken();
        }
        if (!brake.loose()) {
            return "paused";
        }
        return slowed() ? "slowed" : "bound";
    }
}
