package pl.kurenda.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.apache.camel.CamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import pl.kurenda.camel.sftp.SftpRig;
import pl.kurenda.camel.sftp.SftpServers;
import pl.kurenda.camel.sftp.SftpTestServer;

/** What happens to exports in a folder of a server. */
@ExtendWith(OutputCaptureExtension.class)
class SftpIntakeTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir
    Path folder;

    private final InMemoryBatches batches = new InMemoryBatches();
    private SftpRig rig;

    @BeforeEach
    void start() throws IOException {
        rig = new SftpRig(folder);
    }

    @AfterEach
    void stop() throws IOException {
        rig.close();
    }

    @Test
    void fileIsTakenAnsweredAndPutAwayThere() throws IOException {
        rig.server.drop("in", "x.csv", SftpRig.HEADER + SftpRig.GOOD + "5012;1,00;Ewa\n");
        IntakeNode node = rig.node("one", batches);
        awaitNames("in/done", "x.csv");
        assertThat(rig.server.names("in")).isEmpty();
        assertThat(rig.server.names("in/out")).containsExactly("x.csv.receipt.json", "x.csv.rejected.csv");
        JsonNode receipt = new ObjectMapper()
                .readTree(rig.server.root.resolve("in/out/x.csv.receipt.json").toFile());
        assertThat(receipt.get("rows").asInt()).isEqualTo(2);
        assertThat(Files.readString(rig.server.root.resolve("in/out/x.csv.rejected.csv")))
                .startsWith(SftpRig.HEADER.strip() + ";line;reason;explanation\n5012;1,00;Ewa;3;PHONE_INVALID;");
        await().untilAsserted(
                        () -> assertThat(files(folder.resolve("home-one/data"))).isEmpty());
        assertThat(node.context.getBean(RouteStates.class).running("waste")).isTrue();
    }

    @Test
    void keyWithPassphraseLetsUsIn() throws Exception {
        Path key = rig.key("tajne hasło");
        rig.server.drop("in", "x.csv", SftpRig.HEADER + SftpRig.GOOD);
        rig.node(
                "one",
                batches,
                "kurenda.sources.waste.sftp.password=",
                "kurenda.sources.waste.sftp.passphrase=tajne hasło",
                "kurenda.sources.waste.sftp.private-key=" + key);
        awaitNames("in/done", "x.csv");
    }

    @Test
    void secretsStandInNoAddressAndNoLog(CapturedOutput output) throws Exception {
        Path key = rig.key("pass#?&phrase");
        IntakeNode node = rig.node(
                "one",
                batches,
                "camel.springboot.jmx-enabled=true",
                "camel.springboot.name=secrets",
                "kurenda.sources.waste.sftp.passphrase=pass#?&phrase",
                "kurenda.sources.waste.sftp.private-key=" + key);
        rig.server.drop("in", "x.csv", SftpRig.HEADER + SftpRig.GOOD);
        awaitNames("in/done", "x.csv");
        CamelContext camel = node.context.getBean(CamelContext.class);
        assertThat(camel.getEndpoints()).extracting(Object::toString).anyMatch(uri -> uri.contains("sftp"));
        StringBuilder shown = new StringBuilder(output.getAll());
        camel.getEndpoints()
                .forEach(endpoint -> shown.append(endpoint.getEndpointUri()).append(endpoint));
        shown.append(mbeans());
        assertThat(shown).contains("intake-waste");
        assertThat(shown.toString())
                .doesNotContain(SftpTestServer.PASSWORD)
                .doesNotContain("pass#")
                .doesNotContain("pass%23");
        assertThat(node.context.getBean(SftpServers.class).of("waste").toString())
                .doesNotContain(SftpTestServer.PASSWORD)
                .doesNotContain("pass#");
    }

    @Test
    void fileThatCannotBeReadGoesToFailedWithAReason() throws IOException {
        rig.server.drop("in", "x.csv", "nazwisko;kwota\nNowak;1,00\n");
        rig.node("one", batches);
        awaitNames("in/failed", "x.csv", "x.csv.error.txt");
        rig.server.drop("in", "x.csv", "nazwisko;kwota\nKowal;1,00\n");
        awaitNames("in/failed", "x-2.csv", "x-2.csv.error.txt", "x.csv", "x.csv.error.txt");
        assertThat(rig.server.names("in/out")).isEmpty();
    }

    @Test
    void sameContentUnderAnotherNameIsNotLoadedAgain() throws IOException {
        rig.node("one", batches);
        rig.server.drop("in", "x.csv", SftpRig.HEADER + SftpRig.GOOD);
        awaitNames("in/done", "x.csv");
        rig.server.drop("in", "y.csv", SftpRig.HEADER + SftpRig.GOOD);
        awaitNames("in/done", "x.csv", "y.repeated.csv");
        rig.server.drop("in", "y.csv", SftpRig.HEADER + SftpRig.GOOD);
        awaitNames("in/done", "x.csv", "y.repeated-2.csv", "y.repeated.csv");
        assertThat(rig.server.names("in/out"))
                .containsExactly("x.csv.receipt.json", "y.repeated-2.csv.receipt.json", "y.repeated.csv.receipt.json");
        assertThat(batches.bySha).hasSize(1);
    }

    @Test
    void sameNameAndTimeAgainIsNotTakenForACrash() throws IOException {
        FileTime time = FileTime.from(Instant.parse("2026-11-01T10:00:00Z"));
        rig.node("one", batches);
        Files.setLastModifiedTime(rig.server.drop("in", "x.csv", SftpRig.HEADER + SftpRig.GOOD), time);
        awaitNames("in/done", "x.csv");
        Files.setLastModifiedTime(rig.server.drop("in", "x.csv", SftpRig.HEADER + SftpRig.GOOD), time);
        awaitNames("in/done", "x.csv", "x.repeated.csv");
    }

    @Test
    void otherContentUnderTheSameNameOverwritesNothing() throws IOException {
        Files.createDirectories(rig.server.root.resolve("in/done"));
        Path foreign = Files.writeString(rig.server.root.resolve("in/done/x.csv"), "older");
        rig.node("one", batches);
        rig.server.drop("in", "x.csv", SftpRig.HEADER + SftpRig.GOOD);
        awaitNames("in/done", "x-2.csv", "x.csv");
        assertThat(foreign).hasContent("older");
    }

    @Test
    void leavesAloneWhatIsNoExportOrNotReady(CapturedOutput output) throws IOException {
        for (String name : List.of(".x.csv", "x.csv.tmp", "x.part", "x.filepart", "x.xml", "a?b.csv")) {
            Files.writeString(rig.server.root.resolve("in").resolve(name), SftpRig.HEADER + SftpRig.GOOD);
        }
        Files.createDirectories(rig.server.root.resolve("in/folder.csv"));
        rig.node("one", batches);
        rig.server.drop("in", "z.csv", SftpRig.HEADER + "501234568;1,00;Ewa\n");
        awaitNames("in/done", "z.csv");
        assertThat(rig.server.names("in")).hasSize(6);
        assertThat(batches.bySha).hasSize(1);
        assertThat(output.getAll()).contains("is left alone because of its name (a?b.csv)");
    }

    @Test
    void fileThatStillGrowsIsAwaited() throws IOException {
        Path file = rig.server.drop("in", "x.csv", SftpRig.HEADER);
        rig.node("one", batches);
        for (int i = 0; i < 4; i++) {
            await().pollDelay(Duration.ofMillis(800)).until(() -> true);
            Files.writeString(file, "50123456" + i + ";1,00;Ewa\n", java.nio.file.StandardOpenOption.APPEND);
            assertThat(batches.bySha).isEmpty();
        }
        awaitNames("in/done", "x.csv");
        assertThat(batches.batch("x.csv").reminders).hasSize(4);
        assertThat(batches.bySha).hasSize(1);
    }

    @Test
    void markerIsAwaitedAndGoesWithItsFile() throws IOException {
        IntakeNode node = rig.node("one", batches, "kurenda.sources.waste.marker-file=true");
        rig.server.drop("in", "x.csv", SftpRig.HEADER + SftpRig.GOOD);
        node.clock.forward(Duration.ofMinutes(1));
        await().pollDelay(Duration.ofSeconds(3)).until(() -> true);
        assertThat(batches.bySha).isEmpty();
        Files.createFile(rig.server.root.resolve("in/x.csv.done"));
        awaitNames("in/done", "x.csv");
        assertThat(rig.server.names("in")).isEmpty();
    }

    private void awaitNames(String place, String... names) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(rig.server.names(place)).containsExactly(names));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(rig.server.names("in"))
                        .noneMatch(name -> List.of(names).contains(name)));
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    private static String mbeans() throws Exception {
        MBeanServer server = ManagementFactory.getPlatformMBeanServer();
        Set<ObjectName> names = server.queryNames(new ObjectName("org.apache.camel:*"), null);
        StringBuilder all = new StringBuilder();
        for (ObjectName name : names) {
            all.append(name);
            for (var attribute : server.getMBeanInfo(name).getAttributes()) {
                if (attribute.getType().equals("java.lang.String")) {
                    all.append(server.getAttribute(name, attribute.getName()));
                }
            }
            if (name.toString().contains("type=routes")) {
                all.append(server.invoke(name, "dumpRouteAsXml", null, null));
            }
        }
        return all.toString();
    }
}
