package pl.kurenda.report;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/** Binds the settings of the report. */
@Configuration
@EnableConfigurationProperties(ReportSettings.class)
class ReportConfiguration {}
