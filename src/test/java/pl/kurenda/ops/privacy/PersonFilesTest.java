package pl.kurenda.ops.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mock.env.MockEnvironment;
import pl.kurenda.recipient.Msisdn;

/** Files of any size are searched and overwritten row by row. */
class PersonFilesTest {
    @TempDir
    Path home;

    @Test
    void aLargeFileIsReadAndWrittenByRows() throws IOException {
        Path large = home.resolve("dropbox/waste/done/large.csv");
        Files.createDirectories(large.getParent());
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(large))) {
            byte[] row = "600000001;12,00;nobody\n".repeat(4096).getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < 40; i++) {
                out.write(row);
            }
            out.write("501000066;1,00;last\n".getBytes(StandardCharsets.UTF_8));
        }
        long before = Files.size(large);
        PersonFiles files = new PersonFiles(
                new ArchiveFolders(new MockEnvironment().withProperty("kurenda.home", home.toString())));
        assertThat(files.find(new Msisdn("48501000066")).rows()).hasSize(1);
        assertThat(files.erase(new Msisdn("48501000066"))).isEqualTo(new PersonFiles.Erased(1, List.of()));
        assertThat(Files.size(large)).isEqualTo(before);
    }

    @Test
    void rowsOfAnOpenQuotationMarkAndWithoutEndAreBounded() throws IOException {
        String letters = "x".repeat(3 << 20);
        try (PersonRows rows = new PersonRows(new ByteArrayInputStream(
                (letters + "\n\"" + "a\n".repeat(50)).getBytes(StandardCharsets.ISO_8859_1)))) {
            int longest = 0;
            int all = 0;
            for (String row = rows.next(); row != null; row = rows.next()) {
                longest = Math.max(longest, row.length());
                all += row.length();
            }
            assertThat(longest).isEqualTo(1 << 20);
            assertThat(all).isEqualTo(letters.length() + 1 + 1 + 100);
        }
    }
}
