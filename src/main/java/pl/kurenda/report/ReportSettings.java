package pl.kurenda.report;

import java.math.BigDecimal;
import java.nio.file.Path;
import org.quartz.CronExpression;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the reports go and when they are made ({@code kurenda.…}).
 *
 * @param home where the folders of the product are; default: the working directory
 * @param dropbox base of the exchange folders, absolute or within home; default {@code dropbox}
 * @param report {@code kurenda.report.…}
 */
@ConfigurationProperties("kurenda")
record ReportSettings(
        @DefaultValue("") String home,
        @DefaultValue("dropbox") String dropbox,
        @DefaultValue Report report) {

    /**
     * What concerns the report alone.
     *
     * @param cron when missing reports are made, as Quartz writes it, in the office's time zone; default: ten minutes
     *     past each hour, that is first at ten past midnight, and again should the node have been down then
     * @param vat percent of VAT on the price of a segment, 0 to 100; default 23
     */
    record Report(
            @DefaultValue("0 10 * * * ?") String cron,
            @DefaultValue("23") BigDecimal vat) {

        private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

        Report {
            if (!CronExpression.isValidExpression(cron)) {
                throw new IllegalArgumentException("kurenda.report.cron is '" + cron
                        + "'; allowed is a Quartz cron expression such as '0 10 0 * * ?' (ten past midnight)");
            }
            if (vat.signum() < 0 || vat.compareTo(HUNDRED) > 0) {
                throw new IllegalArgumentException(
                        "kurenda.report.vat is '" + vat + "'; allowed is a percentage from 0 to 100 such as '23'");
            }
        }
    }

    /** The folder of finance. */
    Path outbound() {
        // as text, since Spring binds a relative Path to a place on the class path where there is one of that name
        return Path.of(home).resolve(dropbox).resolve("outbound");
    }
}
