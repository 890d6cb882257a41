package pl.kurenda.report.core;

import java.math.BigDecimal;
import java.nio.file.Path;
import org.quartz.CronExpression;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where reports are stored and when they are made ({@code kurenda.…}).
 *
 * @param home folder that holds the product's folders; default: the working directory
 * @param dropbox base of the exchange folders, absolute or within home; default {@code dropbox}
 * @param report {@code kurenda.report.…}
 */
@ConfigurationProperties("kurenda")
public record ReportSettings(
        @DefaultValue("") String home,
        @DefaultValue("dropbox") String dropbox,
        @DefaultValue Report report) {

    /**
     * Settings of the report itself.
     *
     * @param cron when missing reports are made, in Quartz syntax and the office's time zone. Default: ten minutes past
     *     each hour, so first at ten past midnight, and again later if the node was down then. Before ten past
     *     midnight, yesterday does not count as over.
     * @param vat VAT on the price of a segment, in percent, 0 to 100; default 23
     * @param letterCost PLN for a letter that a reminder replaces, 0 or more; null if not set
     * @param upomnienie when an unpaid debt is due for a formal reminder
     */
    public record Report(
            @DefaultValue("0 10 * * * ?") String cron,
            @DefaultValue("23") BigDecimal vat,
            BigDecimal letterCost,
            @DefaultValue Upomnienie upomnienie) {

        private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

        public Report {
            if (!CronExpression.isValidExpression(cron)) {
                throw new IllegalArgumentException("kurenda.report.cron is '" + cron
                        + "'; allowed is a Quartz cron expression such as '0 10 0 * * ?' (ten past midnight)");
            }
            if (vat.signum() < 0 || vat.compareTo(HUNDRED) > 0) {
                throw new IllegalArgumentException(
                        "kurenda.report.vat is '" + vat + "'; allowed is a percentage from 0 to 100 such as '23'");
            }
            if (letterCost != null && letterCost.signum() < 0) {
                throw new IllegalArgumentException("kurenda.report.letter-cost is '" + letterCost
                        + "'; allowed is PLN, 0 or more, such as '4.90'");
            }
        }
    }

    /**
     * When a debt is due for a formal reminder (upomnienie). The law changes, so the list is off by default.
     *
     * @param days days after the first informational action, 1 to 365; 0, the default, for no list
     * @param minimumAmount smallest amount still owed, in PLN, for which a reminder is due; default 0.01
     */
    public record Upomnienie(
            @DefaultValue("0") int days,
            @DefaultValue("0.01") BigDecimal minimumAmount) {
        private static final int YEAR = 365;

        public Upomnienie {
            if (days < 0 || days > YEAR) {
                throw new IllegalArgumentException("kurenda.report.upomnienie.days is '" + days
                        + "'; allowed is a number of days from 1 to 365, or 0 for no list");
            }
            if (minimumAmount.signum() <= 0
                    || minimumAmount.stripTrailingZeros().scale() > 2) {
                throw new IllegalArgumentException("kurenda.report.upomnienie.minimum-amount is '" + minimumAmount
                        + "'; allowed is PLN above 0 with at most two decimals, such as '116.00'");
            }
        }
    }

    /** The reply folder of a domain system. */
    public Path out(String source) {
        return Path.of(home).resolve(dropbox).resolve(source).resolve("out");
    }

    /** The folder for finance. */
    public Path outbound() {
        // kept as text, because Spring binds a relative Path to a class path entry of the same name
        return Path.of(home).resolve(dropbox).resolve("outbound");
    }
}
