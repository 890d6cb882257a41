package pl.kurenda.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import pl.kurenda.ledger.batch.SendTimes;
import pl.kurenda.ledger.inbox.OptOutRequest;
import pl.kurenda.ledger.inbox.OptOutRequests;
import pl.kurenda.ledger.optout.Confirmation;
import pl.kurenda.ledger.optout.OptOuts;
import pl.kurenda.message.PriceSettings;
import pl.kurenda.message.SmsText;
import pl.kurenda.recipient.Msisdn;
import pl.kurenda.recipient.PhoneMask;
import pl.kurenda.recipient.PhoneReading;
import pl.kurenda.recipient.StopWords;

/**
 * What residents write back. Of it all only the wish to be left alone is kept, and of that neither the text: a STOP is
 * stored before it is acknowledged, and carried out a moment later.
 */
@Component("inboundSms")
@EnableConfigurationProperties(OptOutSettings.class)
public class InboundSms {
    private static final Logger LOG = LoggerFactory.getLogger(InboundSms.class);
    private static final int BLOCK = 100;
    private static final int LONGEST_ADDRESS = 16;
    /** From when it may leave. */
    private static final Duration WORTH_SENDING = Duration.ofDays(3);

    private final OptOutRequests requests;
    private final OptOutSettings settings;
    private final StopWords words;
    private final PriceSettings price;
    private final SendTimes sendTimes;
    private final Clock clock;

    InboundSms(
            OptOutRequests requests, OptOutSettings settings, PriceSettings price, SendTimes sendTimes, Clock clock) {
        this.sendTimes = sendTimes;
        this.requests = requests;
        this.settings = settings;
        this.words = new StopWords(settings.words());
        this.price = price;
        this.clock = clock;
    }

    /**
     * The wish in a message.
     *
     * @param smsc name of the SMSC it came from
     * @param from source address, as the SMSC gave it
     * @param to whom it is addressed to
     * @param text of the message, or null where it could not be read
     * @return nothing where it is another message, or does not come from a telephone
     */
    public Optional<OptOutRequest> read(String smsc, String from, String to, String text) {
        boolean stop = words.in(text);
        Optional<Msisdn> phone = stop ? phone(from) : Optional.empty();
        if (phone.isEmpty()) {
            String kept = stop ? "it asks for no more reminders, but comes from no telephone" : "it is not kept";
            LOG.info("{} sent a message to {}; {}", PhoneMask.mask(from == null ? "" : from), smsc, kept);
        }
        String addressed = to == null ? "" : to.strip();
        return phone.map(msisdn -> new OptOutRequest(
                smsc, msisdn, addressed.substring(0, Math.min(addressed.length(), LONGEST_ADDRESS)), clock.instant()));
    }

    /** National or international, with or without plus: an SMSC writes them as it likes. */
    private static Optional<Msisdn> phone(String address) {
        if (address == null) {
            return Optional.empty();
        }
        for (String written : new String[] {address, "+" + address}) {
            if (Msisdn.read(written) instanceof PhoneReading.Mobile mobile) {
                return Optional.of(mobile.msisdn());
            }
        }
        return Optional.empty();
    }

    /** Carries out what waits. May run on several nodes at once. */
    public void settle() {
        int settled;
        do {
            settled = requests.settle(BLOCK, this::confirmation);
            if (settled > 0) {
                LOG.info("{} residents asked for no more reminders; their numbers are opted out", settled);
            }
        } while (settled == BLOCK);
    }

    private Optional<Confirmation> confirmation(OptOutRequest request) {
        String sender = settings.sender().isEmpty() ? request.addressed() : settings.sender();
        return sender.isEmpty() ? Optional.empty() : settings.answer().map(text -> confirmation(sender, text));
    }

    private Confirmation confirmation(String sender, SmsText text) {
        int segments = text.segments().size();
        Instant now = clock.instant();
        Duration worth =
                Duration.between(now, sendTimes.next(OptOuts.SOURCE, now)).plus(WORTH_SENDING);
        return new Confirmation(
                sender, text.text(), text.alphabet().name(), segments, price.cost(OptOuts.SOURCE, segments), worth);
    }
}
