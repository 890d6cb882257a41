package pl.kurenda.intake;

import java.nio.file.Path;
import java.util.Optional;

/** Where a file goes after Kurenda has looked at it. */
public sealed interface FileDisposition {

    /**
     * It is dealt with and moves away.
     *
     * @param target full path, in {@code done} or {@code failed}
     * @param marker the marker file that goes away with it
     * @param booked whether the ledger has it under the target's name, which its answers bear
     */
    record Move(Path target, Optional<Path> marker, boolean booked) implements FileDisposition {}

    /** It stays where it is until it is looked at again. */
    record Leave() implements FileDisposition {}

    /** It is not there any more: another node has dealt with it. */
    record Gone() implements FileDisposition {}
}
