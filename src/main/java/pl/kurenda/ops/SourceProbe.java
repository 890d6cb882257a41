package pl.kurenda.ops;

import java.util.List;

/** What health asks about the sources. */
public interface SourceProbe {

    /** The names of the sources, fixed from the start on. */
    List<String> sources();

    /** Whether the folder into which the source's exports are dropped can be read; true where there is no folder. */
    boolean folderReadable(String source);

    /** Whether the route that takes the source's exports runs. */
    boolean routeRunning(String source);
}
