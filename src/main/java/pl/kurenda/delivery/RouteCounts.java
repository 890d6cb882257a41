package pl.kurenda.delivery;

import java.util.List;

/** What the routes have done. */
public interface RouteCounts {

    /** Each route. */
    List<RouteCount> counts();
}
