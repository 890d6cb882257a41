package pl.kurenda.ops.metrics;

import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.CounterSnapshot.CounterDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import java.util.Map;
import java.util.TreeMap;

/** One metric with its values, by labels; for what others count, so that each scrape sees it as it is. */
public final class MetricFamily {
    private final String name;
    private final String help;
    private final Map<Labels, Double> values = new TreeMap<>();

    /**
     * @param name with its unit, without {@code _total}
     * @param help a sentence for the operator
     */
    public MetricFamily(String name, String help) {
        this.name = name;
        this.help = help;
    }

    /**
     * Adds to the value with these labels.
     *
     * @param labels names and values by turns
     */
    public MetricFamily add(double value, String... labels) {
        values.merge(Labels.of(labels), value, Double::sum);
        return this;
    }

    /** As what only grows. */
    public MetricSnapshot counter() {
        CounterSnapshot.Builder family = CounterSnapshot.builder().name(name).help(help);
        values.forEach((labels, value) -> family.dataPoint(
                CounterDataPointSnapshot.builder().labels(labels).value(value).build()));
        return family.build();
    }

    /** As what goes up and down. */
    public MetricSnapshot gauge() {
        GaugeSnapshot.Builder family = GaugeSnapshot.builder().name(name).help(help);
        values.forEach((labels, value) -> family.dataPoint(
                GaugeDataPointSnapshot.builder().labels(labels).value(value).build()));
        return family.build();
    }
}
