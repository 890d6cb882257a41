package pl.kurenda.intake;

import java.nio.file.Path;
import java.util.Optional;

/** Says where a file goes after Kurenda has processed it. */
public sealed interface FileDisposition {

    /**
     * The file is done and moves away.
     *
     * @param target full path, in {@code done} or {@code failed}
     * @param marker the marker file that moves with it
     * @param booked whether the ledger has the file under the name of the target, which its reply files also use
     */
    record Move(Path target, Optional<Path> marker, boolean booked) implements FileDisposition {}

    /** The file stays where it is and is looked at again later. */
    record Leave() implements FileDisposition {}

    /** The file is no longer there: another node has processed it. */
    record Gone() implements FileDisposition {}
}
