package pl.kurenda.demo;

/** The settings contradict one another. Starting would lose or falsify data. */
public class StartRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String action;

    /**
     * @param why in one sentence
     * @param action what to do
     */
    StartRefused(String why, String action) {
        super(why);
        this.action = action;
    }

    String action() {
        return action;
    }
}
