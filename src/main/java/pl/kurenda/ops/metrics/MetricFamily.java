package pl.kurenda.ops.metrics;

import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.CounterSnapshot.CounterDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import java.util.Map;
import java.util.TreeMap;

/** One metric with its values by labels, for values that are counted elsewhere and read at each scrape. */
public final class MetricFamily {
    private final String name;
    private final String help;
    private final Map<Labels, Double> values = new TreeMap<>();

    /**
     * @param name name with its unit, without {@code _total}
     * @param help a sentence for the operator
     */
    public MetricFamily(String name, String help) {
        this.name = name;
        this.help = help;
    }

    /**
     * Adds to the value with these labels.
     *
     * @param labels names and values in turn
     */
    public MetricFamily add(double value, String... labels) {
        values.merge(Labels.of(labels), value, Double::sum);
        return this;
    }

    /** Returns the metric as a counter. */
    public MetricSnapshot counter() {
        CounterSnapshot.Builder family = CounterSnapshot.builder().name(name).help(help);
        values.forEach((labels, value) -> family.dataPoint(
                CounterDataPointSnapshot.builder().labels(labels).value(value).build()));
        return family.build();
    }

    /** Returns the metric as a gauge. */
    public MetricSnapshot gauge() {
        GaugeSnapshot.Builder family = GaugeSnapshot.builder().name(name).help(help);
        values.forEach((labels, value) -> family.dataPoint(
                GaugeDataPointSnapshot.builder().labels(labels).value(value).build()));
        return family.build();
    }
}
