package pl.kurenda.intake;

import java.nio.file.Path;

/** An export that lies in a folder of another machine and has been fetched. To be asked by one thread. */
public interface RemoteDrop {

    /** The copy: in the folder {@code in} of its source, with name, size and time stamp of the original. */
    Path copy();

    /** Whether a file of this name lies in the {@code done} of the other machine. */
    boolean filed(String name);

    /** Whether the original still lies where it was dropped, and is what was fetched. */
    boolean there();
}
