package pl.kurenda.web;

import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.domain.EntityScan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;
import pl.kurenda.delivery.route.RouteStatus;
import pl.kurenda.delivery.smsc.SmscCondition;
import pl.kurenda.delivery.smsc.SmscControl;
import pl.kurenda.intake.source.SourceControl;
import pl.kurenda.ledger.core.SmscIdentity;

/**
 * Pages, security and queries on a real database. It has no stereotype annotation, so that the scan of the real
 * application ignores it.
 */
@EnableAutoConfiguration
@EntityScan("pl.kurenda.ledger")
@EnableJpaRepositories("pl.kurenda.ledger")
@ComponentScan(
        basePackages = {"pl.kurenda.web", "pl.kurenda.ops", "pl.kurenda.message"},
        excludeFilters = @Filter(type = FilterType.REGEX, pattern = ".*\\.ops\\.privacy\\.(RetentionJob|FileErasure)"))
@ComponentScan(
        basePackages = "pl.kurenda.report",
        useDefaultFilters = false,
        includeFilters =
                @Filter(
                        type = FilterType.REGEX,
                        pattern =
                                "pl\\.kurenda\\.report\\.(.*\\.)?(Overview|Effect|EffectBook|EffectArchive|AuditTrail|ReportTables|ReportLock|Months|Bills|StateCounts|ReportFiles|MonthSheet|SourceFiles|ReportConfiguration)"))
@ComponentScan(
        basePackages = "pl.kurenda.ledger",
        useDefaultFilters = false,
        includeFilters =
                @Filter(
                        type = FilterType.REGEX,
                        pattern =
                                ".*\\.(ClerkActions|JpaAuditLog|JdbcBacklog|JpaLoginFailures|JdbcDecisions|FileDecisions|DecisionRules|BatchCounters|LedgerJdbc|StateHistory|CounterJournal|"
                                        + "FileArchive|ReminderSearch|ReminderHistories|OptOuts|OptOutSweep|OptOutList|"
                                        + "ApiTokens|ReportDays|Submissions|OutcomeFeed|VendorReads|Webhooks)"))
@ComponentScan(
        basePackages = "pl.kurenda.intake",
        useDefaultFilters = false,
        includeFilters =
                @Filter(
                        type = FilterType.REGEX,
                        pattern =
                                ".*\\.(IntakeConfiguration|ReplyFileLinks|BodyFiles|SubmissionDesk|Trials|DryRun|RowSteps|Enrichments|ReleasePolicies|LookedUpPhone|DefaultAccount)"))
class WebTestApplication {

    @Bean
    Clock clock() {
        return Clock.fixed(Instant.parse("2026-11-24T08:05:00Z"), ZoneId.of("Europe/Warsaw"));
    }

    @Bean
    SmscIdentity smscIdentity() {
        return new SmscIdentity("simulator", true);
    }

    @Bean
    Boolean sandboxOpen() {
        return true;
    }

    @Bean
    SmscControl smscControl() {
        SmscControl smscs = mock(SmscControl.class);
        when(smscs.bound()).thenReturn(true);
        when(smscs.conditions())
                .thenReturn(List.of(
                        new SmscCondition("simulator", "simulator", true, "bound"),
                        new SmscCondition("era", "era", false, "refuses everything: ESME_RSYSERR")));
        return smscs;
    }

    @Bean
    RouteStatus routeStatus() {
        return mock(RouteStatus.class);
    }

    @Bean
    SourceControl sourceControl() {
        SourceControl sources = mock(SourceControl.class);
        when(sources.running(anyString())).thenReturn(true);
        return sources;
    }
}
