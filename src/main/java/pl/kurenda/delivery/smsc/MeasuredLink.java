package pl.kurenda.delivery.smsc;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import pl.kurenda.delivery.account.CommandStatus;

/**
 * Counts and times what goes over a link: responses by command_status, response times, and how much of the window is in
 * use. It adds less than a microsecond to a submit.
 */
public final class MeasuredLink implements SmscLink {
    /**
     * The most statuses that get their own counter, so that an SMSC that invents statuses cannot fill the memory. All
     * others share one counter.
     */
    private static final int MOST_STATUSES = 64;

    private static final String NONE = "none";
    private static final Duration[] BUCKETS = {
        Duration.ofMillis(5),
        Duration.ofMillis(10),
        Duration.ofMillis(25),
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(250),
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        Duration.ofMillis(2500),
        Duration.ofSeconds(5),
        Duration.ofSeconds(10),
        Duration.ofSeconds(30)
    };

    private final SmscLink link;
    private final MeterRegistry registry;
    private final String account;
    private final Timer duration;
    private final Counter accepted;
    private final Counter unsent;
    private final Counter unknown;
    private final Counter late;
    private final Map<Integer, Counter> refused = new ConcurrentHashMap<>();
    private final AtomicInteger inFlight = new AtomicInteger();

    /** @param window how many segments may be in flight */
    public MeasuredLink(SmscLink link, String account, int window, MeterRegistry registry) {
        this.link = link;
        this.registry = registry;
        this.account = account;
        Tags tags = Tags.of("smsc", account);
        duration = Timer.builder("kurenda.submit.duration")
                .description("From submit_sm to its submit_sm_resp")
                .tags(tags)
                .serviceLevelObjectives(BUCKETS)
                .register(registry);
        accepted = submits("accepted", CommandStatus.ESME_ROK.name());
        unsent = submits("unsent", NONE);
        unknown = submits("unknown", NONE);
        late = Counter.builder("kurenda.submit.late.answers")
                .description("Answers that came after the time-out and settle what was unknown")
                .tags(tags)
                .register(registry);
        Gauge.builder("kurenda.smsc.window.used", inFlight, AtomicInteger::get)
                .description("Segments submitted and not answered yet")
                .baseUnit("segments")
                .tags(tags)
                .register(registry);
        Gauge.builder("kurenda.smsc.window", () -> window)
                .description("Segments that may be in flight: kurenda.smsc.window")
                .baseUnit("segments")
                .tags(tags)
                .register(registry);
    }

    private Counter submits(String outcome, String status) {
        return Counter.builder("kurenda.submits")
                .description("Segments by what became of the submit, and by the command_status of its answer")
                .tags("smsc", account, "outcome", outcome, "command_status", status)
                .register(registry);
    }

    @Override
    public boolean ready() {
        return link.ready();
    }

    @Override
    public CompletableFuture<SubmitOutcome> submit(SegmentSubmit segment, Consumer<SubmitOutcome> late) {
        inFlight.incrementAndGet();
        long begun = System.nanoTime();
        CompletableFuture<SubmitOutcome> outcome = link.submit(segment, answer -> {
            this.late.increment();
            late.accept(answer);
        });
        // returns the original stage: the caller need not wait for the count
        outcome.whenComplete((answer, failure) -> count(answer, System.nanoTime() - begun));
        return outcome;
    }

    private void count(SubmitOutcome outcome, long nanos) {
        inFlight.decrementAndGet();
        if (outcome instanceof SubmitOutcome.Accepted) {
            duration.record(nanos, TimeUnit.NANOSECONDS);
            accepted.increment();
        } else if (outcome instanceof SubmitOutcome.Refused answer) {
            duration.record(nanos, TimeUnit.NANOSECONDS);
            refused(answer.commandStatus()).increment();
        } else if (outcome instanceof SubmitOutcome.NotSent) {
            unsent.increment();
        } else {
            unknown.increment();
        }
    }

    private Counter refused(int status) {
        Counter known = refused.get(status);
        if (known != null) {
            return known;
        }
        String name = refused.size() < MOST_STATUSES ? CommandStatus.name(status) : "other";
        return refused.computeIfAbsent(name.equals("other") ? -1 : status, s -> submits("refused", name));
    }

    @Override
    public void giveUp() {
        link.giveUp();
    }

    @Override
    public Optional<MessageStatus> query(MessageQuery query) {
        return link.query(query);
    }
}
