package pl.kurenda.ledger;

import java.util.List;
import java.util.Optional;

/** The files that were taken, for reading. */
public interface FileArchive {

    /**
     * A part of the list of files, the newest first.
     *
     * @param source only of this source, or null
     * @param state only in this state (LOADING, LOADED or HELD), or null
     * @param from how many to leave out, from 0
     * @param count how many at most, 1 or more
     */
    List<FileEntry> list(String source, String state, int from, int count);

    /** The sources that files came from, by name. */
    List<String> sources();

    /** All about one file. */
    Optional<FileStory> story(long batchId);

    /** The file in the list of files, and nothing more. */
    Optional<FileEntry> entry(long batchId);

    /**
     * A part of the rejected rows of a file, by line.
     *
     * @param after the line to go on behind; 0 from the beginning
     * @param count how many at most, 1 or more
     */
    List<RejectedLine> rejected(long batchId, int after, int count);
}
