package pl.kurenda.intake;

import java.nio.file.Path;

/** An export that was fetched from a folder on another machine. Used by one thread. */
public interface RemoteDrop {

    /** The local copy, in the folder {@code in} of its source. It has the name, size and time stamp of the original. */
    Path copy();

    /** Whether the {@code done} folder on the other machine has a file of this name. */
    boolean filed(String name);

    /** Whether the original still lies where it was dropped and matches what was fetched. */
    boolean there();
}
