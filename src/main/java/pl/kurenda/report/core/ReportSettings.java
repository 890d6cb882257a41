package pl.kurenda.report.core;

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
public record ReportSettings(
        @DefaultValue("") String home,
        @DefaultValue("dropbox") String dropbox,
        @DefaultValue Report report) {

    /**
     * What concerns the report alone.
     *
     * @param cron when missing reports are made, as Quartz writes it, in the office's time zone; default: ten minutes
     *     past each hour, that is first at ten past midnight, and again should the node have been down then; before ten
     *     past midnight yesterday is not taken for over
     * @param vat percent of VAT on the price of a segment, 0 to 100; default 23
     * @param letterCost PLN for a letter that a reminder stands in for, 0 or more; null where nobody says
     * @param upomnienie when a debt that is not paid is due for a formal reminder
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
     * When a debt is due for a formal reminder (upomnienie): the law changes, so nothing is taken for granted.
     *
     * @param days after the first informational action, 1 to 365; 0, the default, for no list
     * @param minimumAmount PLN still owed, from which on it is due; default 0.01
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

    /** The folder of the answers to a domain system. */
    public Path out(String source) {
        return Path.of(home).resolve(dropbox).resolve(source).resolve("out");
    }

    /** The folder of finance. */
    public Path outbound() {
        // as text, since Spring binds a relative Path to a place on the class path where there is one of that name
        return Path.of(home).resolve(dropbox).resolve("outbound");
    }
}
