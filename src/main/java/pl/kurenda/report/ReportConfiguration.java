package pl.kurenda.report;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;
import pl.kurenda.report.core.ReportSettings;

/** Binds the settings of the report. */
@Configuration
@EnableConfigurationProperties(ReportSettings.class)
public class ReportConfiguration {}
