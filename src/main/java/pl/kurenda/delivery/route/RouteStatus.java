package pl.kurenda.delivery.route;

import java.util.List;

/** The state of the routes. */
public interface RouteStatus {

    /**
     * The ids of the routes that do not run. Leaves out routes of sources and routes that wait for an SMSC to bind:
     * health reports them elsewhere.
     */
    List<String> standing();

    /** The figures of each route. */
    List<Count> counts();

    /**
     * What a route has done since it was started.
     *
     * @param route its id
     * @param started whether it runs
     * @param completed exchanges that ended without an exception
     * @param failed exchanges that ended with an exception
     * @param inFlight exchanges that have not ended
     */
    record Count(String route, boolean started, long completed, long failed, long inFlight) {}
}
