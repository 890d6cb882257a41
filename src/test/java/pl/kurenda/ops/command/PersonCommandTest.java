package pl.kurenda.ops.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.mock.env.MockEnvironment;
import pl.kurenda.ledger.LedgerFixture;
import pl.kurenda.ledger.ServiceFixture;
import pl.kurenda.ledger.phones.PhoneLookup;
import pl.kurenda.ledger.privacy.Persons;
import pl.kurenda.ops.privacy.ArchiveFolders;
import pl.kurenda.ops.privacy.PersonFiles;
import pl.kurenda.recipient.Msisdn;

/** One person's data through the command, on a real database and in real folders. */
class PersonCommandTest {
    private static final LedgerFixture LEDGER = new LedgerFixture();
    /** The phone numbers of lines 2 and 3 of a file in the test ledger. */
    private static final String ASKED = "501 000 002";

    private static final String OTHER = "501000003";

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    Path home;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "person",
                "person export",
                "person export 501000002",
                "person erase 501000002",
                "person erase 501000002 --why=x --opt-out=perhaps",
                "person erase 12 --why=x",
                "person export 501000002 --out=x --why=y",
                "person forget 501000002 --why=x"
            })
    void wrongUsageIsTold(String line) {
        assertThat(run(line.split(" "))).isEqualTo(2);
        assertThat(err.toString()).isNotBlank();
    }

    @ParameterizedTest
    @CsvSource({
        "501000002, true", "48501000002, true", "+48 501-000-002, true", "501.000.002, true", "0048501000002, true",
        "5010000020, false", "1501000002, false", "501000003, false", "50100000 2, true", "501000002A, true"
    })
    void theNumberIsFoundHoweverItIsWritten(String written, boolean found) {
        var pattern = java.util.regex.Pattern.compile(Persons.pattern(new Msisdn("48501000002")));
        for (Charset charset :
                new Charset[] {StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE}) {
            String octets = new String((";" + written + ";").getBytes(charset), StandardCharsets.ISO_8859_1);
            assertThat(pattern.matcher(octets).find()).as(charset.name()).isEqualTo(found);
        }
    }

    @Test
    void allOfAPersonIsHandedOverAndThenGone() throws IOException {
        LEDGER.load("a.csv", 2);
        LEDGER.run("update reminder set text = concat('Jan, ', text)");
        Msisdn phone = new Msisdn("48501000002");
        PhoneLookup.Import rows = LEDGER.phoneLookup().replace("waste");
        rows.add("D/1", phone);
        rows.finish();
        LEDGER.optOuts().add(new Msisdn("48501000009"), "ewa", "other");
        LEDGER.run(
                "insert into rejected_row (batch_id, line, reason, value, raw) values"
                        + " (1, 7, 'AMOUNT_INVALID', 'x', '+48 501-000-002;Jan;x'), (1, 8, 'AMOUNT_INVALID', 'x', '501000003;Ewa;x')");
        file("done/a.csv", "telefon;kwota\n501 000 002;\"10,\n00\";Jan\n501000003;12;Ewa\n");
        workbook("done/b.xlsx", "<t>501000002</t>");
        workbook("done/c.xlsx", "<t>501000003</t>");

        Path answer = home.resolve("answer.json");
        assertThat(run("person", "export", ASKED, "--out=" + answer, "--who=ewa"))
                .isZero();
        assertThat(Files.readString(answer))
                .contains(
                        "\"phone\" : \"48501000002\"",
                        "Jan, Do zaplaty",
                        "imported_phones",
                        "D/1",
                        "+48 501-000-002;Jan;x",
                        "b.xlsx")
                .contains("00\\\";Jan")
                .containsPattern(
                        "\"received_at\" : \"20\\d\\d-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?\\+0[12]:00\"")
                .doesNotContainPattern("\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?\"")
                .doesNotContain("501000003", "Ewa", "c.xlsx");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(answer)))
                .isEqualTo("rw-------");
        assertThat(run("person", "export", ASKED, "--out=" + answer))
                .as("nothing is overwritten")
                .isEqualTo(2);
        assertThat(run("person", "export", ASKED, "--out=" + home.resolve("answer.csv")))
                .isZero();
        assertThat(Files.readString(home.resolve("answer.csv")))
                .contains("reminders;1;phone;\"48501000002\"", "\"'+48 501-000-002;Jan;x\"");

        assertThat(run("person", "erase", ASKED, "--why=art. 17", "--who=ewa")).isZero();
        assertThat(out.toString())
                .startsWith("Withdrawn: 1. Reminders erased: 1. Other rows erased: 2.\nFiles changed or deleted: 2.");
        assertThat(LEDGER.states()).containsEntry(2, "WITHDRAWN").containsEntry(3, "QUEUED");
        assertThat(LEDGER.count(
                        "reminder where line = 2 and msisdn = '' and text = '' and name is null and amount = 1002"
                                + " and masked_phone like '%002'"))
                .isOne();
        assertThat(LEDGER.count("reminder where line = 3 and msisdn = '48501000003' and text <> ''"))
                .isOne();
        assertThat(LEDGER.count("rejected_row where line = 7 and raw = '' or line = 8 and raw <> ''"))
                .isEqualTo(2);
        assertThat(LEDGER.count("phone_lookup")).isZero();
        assertThat(Files.readString(home.resolve("dropbox/waste/done/a.csv")))
                .isEqualTo("telefon;kwota\nxxx xxx xxx;\"xx,\nxx\";xxx\n501000003;12;Ewa\n");
        assertThat(home.resolve("dropbox/waste/done/b.xlsx")).doesNotExist();
        assertThat(home.resolve("dropbox/waste/done/c.xlsx")).exists();
        assertThat(LEDGER.count("audit_log where action in ('PERSON_EXPORTED', 'PERSON_ERASED') and who = 'ewa'"
                        + " and object like '+48%002'"))
                .isEqualTo(2);
        assertThat(LEDGER.count("audit_log where concat_ws(' ', object, why) like '%501%'"))
                .isZero();
        assertThat(Stream.of(out, err).map(Object::toString)).noneMatch(text -> text.contains("501000002"));
    }

    @Test
    void whatIsOnItsWayKeepsItsNumberAndIsTold() {
        LEDGER.load("on-its-way.csv", 2);
        LEDGER.run("update reminder set state = 'ENROUTE' where line = 3");
        assertThat(run("person", "erase", OTHER, "--why=art. 17")).isEqualTo(1);
        assertThat(err.toString()).startsWith("Reminders on their way or of unknown fate: ");
        LEDGER.run("update reminder set state = 'DELIVERED' where line = 3");
        assertThat(run("person", "erase", OTHER, "--why=art. 17")).isZero();
        assertThat(LEDGER.count("reminder where msisdn = '48501000003'")).isZero();
    }

    @ParameterizedTest
    @CsvSource({"keep, 1", "remove, 0"})
    void anOptOutStaysUnlessAsked(String option, int left) {
        Msisdn phone = new Msisdn("48501000077");
        LEDGER.optOuts().add(phone, "ewa", "letter");
        assertThat(run("person", "erase", "501000077", "--why=art. 17", "--opt-out=" + option))
                .isZero();
        assertThat(LEDGER.count("opt_out where msisdn = '48501000077'")).isEqualTo(left);
        assertThat(LEDGER.count("opt_out_change where msisdn = '48501000077'")).isEqualTo(left);
    }

    @Test
    void whatCannotBeSearchedIsNamedAndKeepsNothingElseFromBeingFound() throws IOException {
        file("done/zz.csv", "a;501000055\n");
        file("failed/broken.xlsx", "PK\u0003\u0004 and then nothing of an archive");
        workbook("failed/cut.xlsx", "<t>501000056</t>");
        Path cut = home.resolve("dropbox/waste/failed/cut.xlsx");
        Files.write(cut, Arrays.copyOf(Files.readAllBytes(cut), 45));
        Files.write(
                home.resolve("dropbox/waste/failed/protected.xlsx"),
                new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0, 0});
        Path answer = home.resolve("all.json");
        assertThat(run("person", "export", "501000055", "--out=" + answer)).isEqualTo(1);
        assertThat(Files.readString(answer)).contains("zz.csv");
        assertThat(err.toString().lines())
                .hasSize(3)
                .allMatch(line -> line.contains("cannot be searched"))
                .anyMatch(line -> line.contains("broken.xlsx"))
                .anyMatch(line -> line.contains("cut.xlsx"))
                .anyMatch(line -> line.contains("protected.xlsx"));
        assertThat(run("person", "erase", "501000055", "--why=art. 17")).isEqualTo(1);
        assertThat(Files.readString(home.resolve("dropbox/waste/done/zz.csv"))).isEqualTo("x;xxxxxxxxx\n");
        assertThat(home.resolve("dropbox/waste/failed/broken.xlsx")).exists();
    }

    @Test
    void theNumberMayComeFromTheInput() {
        LEDGER.load("by-input.csv", 1);
        assertThat(run(
                        new ByteArrayInputStream("501 000 002\nx".getBytes(StandardCharsets.UTF_8)),
                        "person",
                        "export",
                        "-",
                        "--out=" + home.resolve("x.json")))
                .isZero();
        assertThat(home.resolve("x.json")).content().contains("48501000002");
        assertThat(run(InputStream.nullInputStream(), "person", "export", "-", "--out=y"))
                .isEqualTo(2);
    }

    private void file(String name, String content) throws IOException {
        Path file = home.resolve("dropbox/waste").resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }

    private void workbook(String name, String xml) throws IOException {
        file(name, "");
        try (ZipOutputStream zip = new ZipOutputStream(
                Files.newOutputStream(home.resolve("dropbox/waste").resolve(name)))) {
            zip.putNextEntry(new ZipEntry("xl/sharedStrings.xml"));
            zip.write(xml.getBytes(StandardCharsets.UTF_8));
        }
    }

    private MockEnvironment settings() {
        return new MockEnvironment().withProperty("kurenda.home", home.toString());
    }

    private int run(String... words) {
        return run(InputStream.nullInputStream(), words);
    }

    private int run(InputStream input, String... words) {
        out.reset();
        err.reset();
        MockEnvironment settings = settings();
        return new PersonCommand(
                        ServiceFixture.persons(LEDGER),
                        new PersonFiles(new ArchiveFolders(settings)),
                        settings,
                        Locale.ENGLISH,
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8))
                .run(new DefaultApplicationArguments(words), input);
    }
}
