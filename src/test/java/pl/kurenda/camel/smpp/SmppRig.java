package pl.kurenda.camel.smpp;

import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import org.apache.camel.Consumer;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.component.jpa.JpaComponent;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultEndpoint;
import org.apache.camel.support.DefaultProducer;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.boot.convert.ApplicationConversionService;
import org.springframework.boot.ssl.DefaultSslBundleRegistry;
import org.springframework.boot.ssl.SslBundles;
import pl.kurenda.camel.SmscRoutes;
import pl.kurenda.delivery.InboundSms;
import pl.kurenda.delivery.InboundSmsFixture;
import pl.kurenda.delivery.account.AccountSettings;
import pl.kurenda.delivery.account.SmscAccounts;
import pl.kurenda.delivery.account.SmscSettings;
import pl.kurenda.delivery.smsc.SegmentSubmit;
import pl.kurenda.delivery.smsc.SmscLink;
import pl.kurenda.delivery.smsc.SmscLinks;
import pl.kurenda.delivery.smsc.SubmitOutcome;
import pl.kurenda.ledger.inbox.DeliveryReceipt;
import pl.kurenda.ledger.inbox.InboundMessage;

/** The shipped routes over real TCP; only the database behind {@code jpa:} is replaced. */
public final class SmppRig implements AutoCloseable {

    public static final Clock CLOCK = Clock.system(ZoneId.of("Europe/Warsaw"));
    static final SmppPauses SHORT = new SmppPauses(Duration.ofMillis(100), Duration.ofMillis(400));

    public final Queue<Object> stored = new ConcurrentLinkedQueue<>();
    /** Responses that came after their time-out. */
    public final Queue<SubmitOutcome> late = new ConcurrentLinkedQueue<>();

    public final DefaultCamelContext context = new DefaultCamelContext();
    final SmppSmscComponent component;
    final SmscLink link;
    private final SmscLinks links;
    volatile boolean databaseDown;
    private final InboundSms residents;
    private volatile Function<List<? extends InboundMessage>, List<Object>> ledger;
    private volatile java.util.function.Consumer<List<Object>> tables;

    public SmppRig(int port, Map<String, String> keys) throws Exception {
        this(SmscAccounts.real(Map.of(AccountSettings.SINGLE, settings(port, keys))));
    }

    /** Starts to bind all accounts. */
    public SmppRig(SmscAccounts accounts) throws Exception {
        this(accounts, new DefaultSslBundleRegistry());
    }

    SmppRig(SmscAccounts accounts, SslBundles bundles) throws Exception {
        residents = InboundSmsFixture.of(CLOCK);
        component = new SmppSmscComponent(accounts, bundles, SHORT, CLOCK);

        context.addComponent("smpp", component);
        context.addComponent("jpa", new Store());
        context.getRegistry().bind("smppMapping", new SmppMapping());
        context.getRegistry().bind("smppReceipts", new SmppReceipts(residents, CLOCK));
        context.getRegistry().bind("receiptInbox", new Entries());
        for (String file : List.of("errors", "dispatch", "receipts")) {
            PluginHelper.getRoutesLoader(context)
                    .loadRoutes(
                            ResourceHelper.resolveMandatoryResource(context, "file:routes/" + file + ".camel.yaml"));
        }
        SmscRoutes routes = new SmscRoutes(accounts);
        context.addRoutes(routes);
        routes.addTemplatedRoutesToCamelContext(context);
        context.start();
        links = new SmppLinks(context, component, accounts);
        link = links.of(accounts.all().get(0));
    }

    /** Returns a rig that is started, and bound both ways. */
    public static SmppRig bound(int port, Map<String, String> keys) throws Exception {
        SmppRig rig = new SmppRig(port, keys);
        try {
            await().until(() -> rig.link.ready() && rig.receiver().bound());
            return rig;
        } catch (RuntimeException neverBound) {
            rig.close();
            throw neverBound;
        }
    }

    /** Submits through the first account and waits for the response. */
    public SubmitOutcome submit(SegmentSubmit segment) {
        return link.submit(segment, late::add).join();
    }

    /** The links to all accounts. */
    public SmscLinks links() {
        return links;
    }

    SmppBind receiver() {
        return component.binds(AccountSettings.SINGLE).receiver();
    }

    /** Settings of an account at that port. */
    public static SmscSettings settings(int port, Map<String, String> keys) {
        Map<String, String> properties = new HashMap<>(Map.of(
                "kurenda.smsc.host", "127.0.0.1",
                "kurenda.smsc.port", Integer.toString(port),
                "kurenda.smsc.system-id", "gmina",
                "kurenda.smsc.password", "tajne",
                "kurenda.smsc.name", "operator-1"));
        keys.forEach((key, value) -> properties.put("kurenda.smsc." + key, value));
        return new Binder(
                        List.of(new MapConfigurationPropertySource(properties)),
                        null,
                        ApplicationConversionService.getSharedInstance())
                .bind("kurenda.smsc", SmscSettings.class)
                .get();
    }

    public static SegmentSubmit segment(String destination, int reference) {
        return new SegmentSubmit(
                "UM Gdansk", destination, new byte[] {0x41, 0x00}, false, 0, reference, Duration.ofHours(24));
    }

    /** From now on, stores what is delivered in a real ledger. */
    public void keepIn(
            Function<List<? extends InboundMessage>, List<Object>> entries,
            java.util.function.Consumer<List<Object>> persisting) {
        ledger = entries;
        tables = persisting;
    }

    public List<DeliveryReceipt> notes() {
        return stored.stream().map(DeliveryReceipt.class::cast).toList();
    }

    @Override
    public void close() {
        context.stop();
    }

    /** Replaces the inbox of the ledger: the message itself is the entry. */
    public final class Entries {

        /** Called by the route. */
        public List<Object> entries(List<? extends InboundMessage> delivered) {
            return ledger == null ? List.copyOf(delivered) : ledger.apply(delivered);
        }
    }

    private final class Store extends JpaComponent {

        @Override
        protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) {
            return new DefaultEndpoint(uri, this) {
                @Override
                public Producer createProducer() {
                    return new DefaultProducer(this) {
                        @Override
                        public void process(Exchange exchange) {
                            if (databaseDown) {
                                throw new IllegalStateException("down while storing 48501234567");
                            }
                            List<?> entries = exchange.getMessage().getBody(List.class);
                            if (tables == null) {
                                stored.addAll(entries);
                            } else {
                                tables.accept(List.copyOf(entries));
                            }
                        }
                    };
                }

                @Override
                public Consumer createConsumer(Processor processor) {
                    throw new UnsupportedOperationException();
                }

                @Override
                public boolean isLenientProperties() {
                    return true;
                }
            };
        }
    }
}
