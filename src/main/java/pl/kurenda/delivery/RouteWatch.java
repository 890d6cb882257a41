package pl.kurenda.delivery;

import java.util.List;

/** Whether the routes behind the intake do their work. */
public interface RouteWatch {

    /**
     * The ids of the routes that stand still, without those of the sources and without those that wait for an
     * SMSC to bind: both are told of elsewhere.
     */
    List<String> standing();
}
