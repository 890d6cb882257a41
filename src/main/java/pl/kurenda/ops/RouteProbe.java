package pl.kurenda.ops;

import java.util.List;

/** What health asks about the routes behind the sources. */
public interface RouteProbe {

    /** The ids of those that stand still. */
    List<String> standing();
}
