package pl.kurenda.intake.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CampaignStagesTest {
    private static final LocalDate DUE = LocalDate.of(2026, 10, 15);

    @ParameterizedTest
    @ValueSource(strings = {"", "after", "overdue", "overdue-0", "before-x", "overdue-10000", "Due", "due,due"})
    void whatIsNoStageIsRefused(String names) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CampaignStages.of(List.of(names.split(","))).on(DUE, DUE));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-10-14, before",
        "2026-10-15, due",
        "2026-10-28, due",
        "2026-10-29, overdue-14",
        "2027-10-29, overdue-14"
    })
    void stageFollowsTheDaysFromTheDueDate(LocalDate today, String stage) {
        assertThat(CampaignStages.STANDARD.on(DUE, today)).isEqualTo(stage);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-01, before",
        "2026-10-07, before",
        "2026-10-08, before-7",
        "2026-10-15, before-7",
        "2026-10-16, overdue-1",
        "2026-11-13, overdue-1",
        "2026-11-14, overdue-30",
        "2026-11-15, overdue-31"
    })
    void theOfficeMayNameItsOwnInAnyOrder(LocalDate today, String stage) {
        CampaignStages stages = CampaignStages.of(List.of("overdue-30", " before-7", "overdue-1", "overdue-31"));
        assertThat(stages.on(DUE, today)).isEqualTo(stage);
    }

    @Test
    void noDueDateHasOneStage() {
        assertThat(CampaignStages.STANDARD.on(null, DUE)).isEqualTo("none");
    }
}
