package pl.kurenda.ops.privacy;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.scheduling.support.CronExpression;

/**
 * How long personal data are kept.
 *
 * @param days days after the last change of a file's reminders, 1 to 3650; default 90
 * @param cron when to check for data to erase, six fields, in the office's time zone
 */
@ConfigurationProperties("kurenda.retention")
public record RetentionSettings(
        @DefaultValue("90") int days,
        @DefaultValue("0 40 * * * ?") String cron) {
    private static final int TEN_YEARS = 3650;

    public RetentionSettings {
        if (days < 1 || days > TEN_YEARS) {
            throw new IllegalArgumentException(
                    "kurenda.retention.days is '" + days + "'; allowed is a number of days from 1 to " + TEN_YEARS);
        }
        if (!CronExpression.isValidExpression(cron)) {
            throw new IllegalArgumentException("kurenda.retention.cron is '" + cron
                    + "'; allowed is a cron expression of six fields such as '0 40 3 * * ?' (twenty to four)");
        }
    }

    /**
     * @throws IllegalArgumentException if accounts would be erased before the upomnienie lists, made so many days after
     *     the first action, need them
     */
    void checkAgainst(int upomnienieDays) {
        if (days <= upomnienieDays) {
            throw new IllegalArgumentException("kurenda.retention.days is '" + days
                    + "'; allowed is a number above kurenda.report.upomnienie.days, which is " + upomnienieDays);
        }
    }
}
