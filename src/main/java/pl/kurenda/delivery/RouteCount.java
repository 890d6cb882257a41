package pl.kurenda.delivery;

/**
 * What a route has done since it was started.
 *
 * @param route its id
 * @param started whether it runs
 * @param completed exchanges that ended well
 * @param failed exchanges that ended with an exception
 * @param inFlight exchanges that have not ended
 */
public record RouteCount(String route, boolean started, long completed, long failed, long inFlight) {}
