package pl.kurenda.ops.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NumberFileTest {
    @TempDir
    Path folder;

    @Test
    void aStrayQuoteIsNoPartOfANumber() throws IOException {
        assertThat(rows(
                        "Telefon;Uwagi\n501000001\";x\n501000002;\"ul. Długa\n3\"\n501000003;\"a \"\"b\"\"\"\n",
                        "UTF-8"))
                .containsExactly(
                        "1 [Telefon, Uwagi]",
                        "2 [501000001, x]",
                        "3 [501000002, ul. Długa\n3]",
                        "5 [501000003, a \"b\"]");
    }

    @Test
    void theMarkIsNoPartOfTheFirstCellAndBlankLinesAreNoRows() throws IOException {
        assertThat(rows("\ufeff501000001,a\r\n\r\n,\r\n501000002, b \r\n", "UTF-8"))
                .containsExactly("1 [501000001, a]", "4 [501000002, b]");
        assertThat(rows("501000001\tŁ\n", "windows-1250")).containsExactly("1 [501000001, Ł]");
        assertThat(rows("", "UTF-8")).isEmpty();
    }

    private List<String> rows(String text, String charset) throws IOException {
        Path file = Files.write(folder.resolve("numbers.csv"), text.getBytes(Charset.forName(charset)));
        List<String> rows = new ArrayList<>();
        NumberFile.read(file, (line, cells) -> rows.add(line + " " + cells));
        return rows;
    }
}
