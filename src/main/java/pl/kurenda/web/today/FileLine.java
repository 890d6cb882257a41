package pl.kurenda.web.today;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import pl.kurenda.report.page.FileOverview;
import pl.kurenda.web.support.PolishFormat;
import pl.kurenda.web.support.Stage;

/**
 * A line in the table of files, ready for display.
 *
 * @param id id of the file
 * @param source the domain system
 * @param file its name
 * @param received when it was first picked up
 * @param state LOADING, LOADED or HELD
 * @param demo whether it is only for the simulator
 * @param rows rows read so far
 * @param rejected rejected rows so far
 * @param progress how far it got
 * @param stages reminders in each stage, in the order of {@link Stage}
 */
record FileLine(
        long id,
        String source,
        String file,
        String received,
        String state,
        boolean demo,
        String rows,
        String rejected,
        Progress progress,
        List<StageCount> stages) {

    /**
     * Reminders in a stage.
     *
     * @param stage the stage
     * @param count number as shown
     * @param any whether there are any
     */
    record StageCount(Stage stage, String count, boolean any) {}

    static FileLine of(FileOverview file, PolishFormat format) {
        Map<Stage, Long> counts = new EnumMap<>(Stage.class);
        for (Stage stage : Stage.values()) {
            counts.put(stage, 0L);
        }
        file.states().forEach((state, count) -> counts.merge(Stage.of(state), count, Long::sum));
        return new FileLine(
                file.batchId(),
                file.source(),
                file.file(),
                format.time(file.receivedAt()),
                file.state(),
                file.demo(),
                format.count(file.rows()),
                format.count(file.rejected()),
                Progress.of(file.state().equals("LOADING"), counts, format),
                counts.entrySet().stream()
                        .map(entry ->
                                new StageCount(entry.getKey(), format.count(entry.getValue()), entry.getValue() > 0))
                        .toList());
    }
}
