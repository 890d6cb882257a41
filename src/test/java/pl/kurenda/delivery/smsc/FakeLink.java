package pl.kurenda.delivery.smsc;

import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;

/** An SMSC that counts. */
public final class FakeLink implements SmscLink {
    public final Map<Integer, AtomicInteger> submitted = new ConcurrentHashMap<>();
    private final Queue<CompletableFuture<SubmitOutcome>> waiting = new ConcurrentLinkedQueue<>();
    final AtomicInteger now = new AtomicInteger();
    final Executor smsc = Executors.newCachedThreadPool();
    public final AtomicInteger most = new AtomicInteger();
    public volatile boolean ready = true;
    public volatile Consumer<SubmitOutcome> late;
    public volatile CountDownLatch gate = new CountDownLatch(0);
    public volatile Function<SegmentSubmit, SubmitOutcome> answer = segment -> new SubmitOutcome.Accepted("id");

    @Override
    public boolean ready() {
        return ready;
    }

    @Override
    public Optional<MessageStatus> query(MessageQuery query) {
        return Optional.empty();
    }

    @Override
    public void giveUp() {
        waiting.forEach(outcome -> outcome.complete(new SubmitOutcome.Unknown("given up")));
    }

    @Override
    public CompletableFuture<SubmitOutcome> submit(SegmentSubmit segment, Consumer<SubmitOutcome> afterAll) {
        late = afterAll;
        submitted
                .computeIfAbsent(segment.userMessageReference(), r -> new AtomicInteger())
                .incrementAndGet();
        most.accumulateAndGet(now.incrementAndGet(), Math::max);
        CompletableFuture<SubmitOutcome> outcome = CompletableFuture.supplyAsync(() -> answerTo(segment), smsc);
        waiting.add(outcome);
        return outcome;
    }

    private SubmitOutcome answerTo(SegmentSubmit segment) {
        try {
            gate.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            now.decrementAndGet();
        }
        return answer.apply(segment);
    }
}
