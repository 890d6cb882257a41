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
 * Handles what residents write back. Only STOP requests are kept, without their text. A request is stored before the
 * SMS is acknowledged, and carried out a moment later.
 */
@Component("inboundSms")
@EnableConfigurationProperties(OptOutSettings.class)
public class InboundSms {
    private static final Logger LOG = LoggerFactory.getLogger(InboundSms.class);
    private static final int BLOCK = 100;
    private static final int LONGEST_ADDRESS = 16;
    /** Counted from the moment at which the confirmation may leave. */
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
     * Reads the STOP request in a message.
     *
     * @param smsc name of the SMSC it came from
     * @param from source address, as the SMSC gave it
     * @param to the number or name it was sent to
     * @param text of the message, or null if it could not be read
     * @return empty if it is another message, or does not come from a phone
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

    /** Accepts national and international numbers, with or without plus, because SMSCs write both. */
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

    /** Carries out the waiting requests. May run on several nodes at once. */
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
