package pl.kurenda.camel;

import static org.awaitility.Awaitility.await;
import static org.mockito.Mockito.mock;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ApplicationContext;
import org.springframework.context.event.ContextClosedEvent;

class PollingStopTest {
    private final AtomicInteger taken = new AtomicInteger();

    private final CamelContext context = new DefaultCamelContext();

    @TempDir
    Path folder;

    @AfterEach
    void stop() {
        context.stop();
    }

    @Test
    void whatIsDroppedDuringAStopIsLeftWhereItIs() throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("file:" + folder + "?delay=50&initialDelay=0").process(file -> taken.incrementAndGet());
            }
        });
        context.start();
        Files.writeString(folder.resolve("first.csv"), "x");
        await().until(() -> taken.get() == 1);
        new PollingStop(context).onApplicationEvent(new ContextClosedEvent(mock(ApplicationContext.class)));
        Path late = Files.writeString(folder.resolve("late.csv"), "x");
        await().during(Duration.ofMillis(500)).until(() -> taken.get() == 1 && Files.exists(late));
    }
}
