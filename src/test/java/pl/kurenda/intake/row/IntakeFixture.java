package pl.kurenda.intake.row;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.util.Iterator;
import org.apache.commons.csv.CSVParser;
import org.mockito.Mockito;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import pl.kurenda.intake.FileDisposition;
import pl.kurenda.intake.Intake;
import pl.kurenda.intake.IntakeConfiguration;
import pl.kurenda.intake.LateAppendDetector;
import pl.kurenda.intake.OpenFile;
import pl.kurenda.intake.ReplyFiles;
import pl.kurenda.intake.reader.CsvReader;
import pl.kurenda.intake.reader.ParsedRecord;
import pl.kurenda.intake.reader.RecordText;
import pl.kurenda.intake.source.ReleasePolicies;
import pl.kurenda.intake.source.Sources;
import pl.kurenda.ledger.LedgerFixture;
import pl.kurenda.ledger.batch.Batches;
import pl.kurenda.ledger.vendor.Submissions;
import pl.kurenda.message.PriceSettings;

/** Files dropped one after another into a ledger on a database, by the steps of the intake route and its parser. */
public final class IntakeFixture {
    private final Path home;
    private final LedgerFixture ledger = new LedgerFixture();

    public IntakeFixture(Path home) {
        this.home = home;
    }

    public LedgerFixture ledger() {
        return ledger;
    }

    /** Asks something of an intake with these settings. */
    public void with(Use use, String... settings) {
        new ApplicationContextRunner()
                .withInitializer(new ConfigDataApplicationContextInitializer())
                .withPropertyValues("kurenda.home=" + home)
                .withPropertyValues(settings)
                .withBean(Clock.class, ledger::clock)
                .withUserConfiguration(
                        IntakeConfiguration.class,
                        RowSteps.class,
                        ReleasePolicies.class,
                        Enrichments.class,
                        DefaultAccount.class,
                        LookedUpPhone.class,
                        Parts.class)
                .run(context -> use.of(new Drop(context)));
    }

    /** What a test does with it. */
    public interface Use {
        void of(Drop drop) throws IOException;
    }

    /** The folder of each source. */
    public final class Drop {
        private final ApplicationContext context;

        private Drop(ApplicationContext context) {
            this.context = context;
        }

        /** Loads a file, and gives its receipt. */
        public JsonNode file(String source, String name, String text) throws IOException {
            return file(source, name, text.getBytes(StandardCharsets.UTF_8));
        }

        public JsonNode file(String source, String name, byte[] octets) throws IOException {
            Path path = home.resolve("dropbox").resolve(source).resolve("in").resolve(name);
            Files.write(path, octets);
            Files.setLastModifiedTime(path, FileTime.from(ledger.clock().instant()));
            Intake intake = intake();
            OpenFile file = intake.open(path.toFile());
            if (file instanceof OpenFile.Loading loading) {
                try (RecordText rows = loading.text();
                        CSVParser parser = CsvReader.format(rows.delimiter()).parse(rows)) {
                    Iterator<ParsedRecord> parsed =
                            parser.stream().map(ParsedRecord::of).iterator();
                    RowSteps steps = context.getBean(RowSteps.class);
                    loading.blocks(rows, parsed).forEachRemaining(block -> {
                        steps.all(block);
                        intake.store(block);
                    });
                }
            }
            FileDisposition.Move move = (FileDisposition.Move) intake.answer(intake.close(file));
            Files.move(path, move.target());
            return receipt(source, move.target().getFileName().toString());
        }

        JsonNode receipt(String source, String name) throws IOException {
            return new ObjectMapper()
                    .readTree(home.resolve("dropbox")
                            .resolve(source)
                            .resolve("out")
                            .resolve(name + ".receipt.json")
                            .toFile());
        }

        /** With a lease of its own, so that none ends meanwhile. */
        private Intake intake() {
            Batches batches = ledger.batches();
            Sources sources = context.getBean(Sources.class);
            return new Intake(
                    sources,
                    batches,
                    context.getBean(RowSteps.class),
                    new ReplyFiles(batches, Mockito.mock(Submissions.class), ledger.clock()),
                    new LateAppendDetector(batches, sources, ledger.clock()),
                    context.getBean(ReleasePolicies.class));
        }
    }

    @EnableConfigurationProperties(PriceSettings.class)
    static class Parts {}
}
