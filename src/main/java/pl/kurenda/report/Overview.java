package pl.kurenda.report;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import pl.kurenda.ledger.ReminderState;
import pl.kurenda.report.Totals.Sum;

/** The queries behind the page: the latest files, and the day so far. A fixed number of queries however many files. */
@Component
public class Overview {
    private static final String FILES = """
            select id, source, filed_name, received_at, state, demo from batch order by received_at desc, id desc limit ?
            """;
    private static final String STATES =
            "select batch_id, state, count(*) from reminder where batch_id in (:ids) group by batch_id, state";
    private static final String REJECTIONS =
            "select batch_id, count(*) from rejected_row where batch_id in (:ids) group by batch_id";
    private static final String DAY_FILES = "select count(*) from batch where received_at >= ? and received_at < ?";
    private static final String DAY_STATES = """
            select r.state, count(*), sum(r.amount) from reminder r join batch b on b.id = r.batch_id
            where b.received_at >= ? and b.received_at < ? group by r.state
            """;
    private static final String DAY_REJECTIONS = """
            select count(*), coalesce(sum(r.amount), 0) from rejected_row r join batch b on b.id = r.batch_id
            where b.received_at >= ? and b.received_at < ?
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    /** @param clock its zone is the office's. */
    Overview(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * The files received last, the newest first.
     *
     * @param limit how many at most, 1 or more
     */
    public List<FileOverview> latestFiles(int limit) {
        List<FileOverview> bare =
                jdbc.sql(FILES).param(limit).query((row, number) -> bare(row)).list();
        if (bare.isEmpty()) {
            return bare;
        }
        List<Long> ids = bare.stream().map(FileOverview::batchId).toList();
        Map<Long, Map<ReminderState, Long>> states = states(ids);
        Map<Long, Long> rejections = rejections(ids);
        List<FileOverview> files = new ArrayList<>();
        for (FileOverview file : bare) {
            long rejected = rejections.getOrDefault(file.batchId(), 0L);
            files.add(filled(file, rejected, states.getOrDefault(file.batchId(), Map.of())));
        }
        return files;
    }

    /** The files received today, day of the office, as they stand now. */
    public Totals today() {
        LocalDate day = LocalDate.now(clock);
        Period period = new Period(day, clock.getZone());
        List<Object> span = List.of(period.start(), period.end());
        long files = jdbc.sql(DAY_FILES).params(span).query(Long.class).single();
        Sum rejected = jdbc.sql(DAY_REJECTIONS)
                .params(span)
                .query((row, n) -> sum(row, 1))
                .single();
        Map<ReminderState, Sum> states = new EnumMap<>(ReminderState.class);
        jdbc.sql(DAY_STATES).params(span).query(row -> {
            states.put(ReminderState.valueOf(row.getString(1)), sum(row, 2));
        });
        return new Totals(day, files, rejected, states);
    }

    private Map<Long, Map<ReminderState, Long>> states(List<Long> ids) {
        Map<Long, Map<ReminderState, Long>> found = new LinkedHashMap<>();
        jdbc.sql(STATES).param("ids", ids).query(row -> {
            found.computeIfAbsent(row.getLong(1), id -> new EnumMap<>(ReminderState.class))
                    .put(ReminderState.valueOf(row.getString(2)), row.getLong(3));
        });
        return found;
    }

    private Map<Long, Long> rejections(List<Long> ids) {
        Map<Long, Long> found = new HashMap<>();
        jdbc.sql(REJECTIONS).param("ids", ids).query(row -> {
            found.put(row.getLong(1), row.getLong(2));
        });
        return found;
    }

    private static FileOverview bare(ResultSet row) throws SQLException {
        return new FileOverview(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getObject(4, LocalDateTime.class).toInstant(ZoneOffset.UTC),
                row.getString(5),
                row.getBoolean(6),
                0,
                0,
                Map.of());
    }

    // Counted from the rows themselves: the totals of the batch are only there when it has been loaded.
    private static FileOverview filled(FileOverview file, long rejected, Map<ReminderState, Long> states) {
        long rows =
                rejected + states.values().stream().mapToLong(Long::longValue).sum();
        return new FileOverview(
                file.batchId(),
                file.source(),
                file.file(),
                file.receivedAt(),
                file.state(),
                file.demo(),
                rows,
                rejected,
                states);
    }

    private static Sum sum(ResultSet row, int first) throws SQLException {
        return new Sum(row.getLong(first), row.getLong(first + 1));
    }
}
