package pl.kurenda.intake.answer;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;

/**
 * How the amounts of a file are written. Each list has every form that at least one amount has, or only {@code none}.
 *
 * @param decimal {@code comma}, {@code dot}
 * @param thousands {@code space}, {@code nbsp}, {@code narrow-nbsp}, {@code thin-space}, {@code figure-space}, {@code
 *     apostrophe}, {@code dot}, {@code comma}
 * @param currency {@code zł}, {@code zl}, {@code PLN}
 */
@JsonPropertyOrder({"decimal", "thousands", "currency"})
public record AmountNotation(List<String> decimal, List<String> thousands, List<String> currency) {}
