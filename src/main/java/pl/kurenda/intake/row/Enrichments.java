package pl.kurenda.intake.row;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import pl.kurenda.intake.format.Layout;
import pl.kurenda.intake.source.Source;
import pl.kurenda.intake.source.Sources;

/** Runs the enrichment steps of each source in their order. */
@Component
public class Enrichments {
    private final Map<String, List<Enrichment>> bySource = new HashMap<>();

    /**
     * @throws IllegalArgumentException if a step does not exist; the message names the setting and the existing steps
     */
    Enrichments(List<Enrichment> beans, Sources sources) {
        Map<String, Enrichment> known = new TreeMap<>();
        for (Enrichment bean : beans) {
            if (known.put(bean.name(), bean) != null) {
                throw new IllegalStateException("two steps of enrichment are called " + bean.name());
            }
        }
        for (Source source : sources.all()) {
            bySource.put(source.name(), steps(source, known));
        }
    }

    private static List<Enrichment> steps(Source source, Map<String, Enrichment> known) {
        List<Enrichment> steps = new ArrayList<>();
        for (String name : source.enriching().steps()) {
            Enrichment step = known.get(name);
            if (step == null) {
                throw new IllegalArgumentException("kurenda.sources." + source.name() + ".enrich is "
                        + String.join(",", source.enriching().steps()) + "; allowed: none, or a list of "
                        + String.join(", ", known.keySet()));
            }
            steps.add(step);
        }
        return List.copyOf(steps);
    }

    /** Fills in missing values. Rows that cannot be read stay as they are. */
    void enrich(RowBlock block) {
        Source source = block.rules().source();
        List<Enrichment> steps = bySource.getOrDefault(source.settingsName(), List.of());
        if (steps.isEmpty()) {
            return;
        }
        Layout layout = block.rules().layout();
        List<RowDraft> all =
                block.rows().stream().map(row -> new RowDraft(row, layout)).toList();
        List<RowDraft> sound = all.stream().filter(RowDraft::isSound).toList();
        steps.forEach(step -> step.enrich(source, sound));
        block.enriched(all.stream().map(RowDraft::row).toList());
    }
}
