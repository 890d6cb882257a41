package pl.kurenda.camel;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mockito.Mockito;
import pl.kurenda.ledger.vendor.Submissions;

/** What happens to files that came through the API. */
class SubmittedRouteTest {
    private static final byte[] UNREADABLE = "nazwisko;kwota\nNowak;1,00\n".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path home;

    private IntakeNode node;

    @BeforeEach
    void start() {
        node = new IntakeNode(home, new InMemoryBatches());
    }

    @AfterEach
    void stop() {
        node.close();
    }

    @Test
    void whatWasSubmittedAndCannotBeReadIsToldToItsVendor() throws IOException {
        String name = "a".repeat(26) + ".csv";
        Path in = node.folder("waste", "api/in");
        Files.move(Files.write(in.resolve(".x"), UNREADABLE), in.resolve(name));
        await().until(() -> node.names("waste", "api/failed").contains(name));
        Submissions submissions = node.context.getBean(Submissions.class);
        Mockito.verify(submissions).failed("waste", name, "NO_PHONE", "");
        node.drop("waste", name, UNREADABLE);
        await().until(() -> node.names("waste", "failed").contains(name));
        Mockito.verifyNoMoreInteractions(submissions);
    }
}
