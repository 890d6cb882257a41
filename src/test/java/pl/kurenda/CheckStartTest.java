package pl.kurenda;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Runs the command check from its word to its exit code. It does not even contact a configured database. */
@ExtendWith(OutputCaptureExtension.class)
class CheckStartTest {

    @Test
    void itNeedsNeitherDatabaseNorSmsc(@TempDir Path home, CapturedOutput output) throws Exception {
        Path file = Files.writeString(home.resolve("x.csv"), "telefon;kwota\n501234567;12,50\n;1,00\n");
        int code = CommandApplication.run(
                "check",
                "check",
                "waste",
                file.toString(),
                "--kurenda.home=" + home,
                "--kurenda.sources.waste.enrich=account,phone-lookup",
                "--spring.datasource.url=jdbc:mariadb://127.0.0.1:1/nothing");
        assertThat(code).as(output.toString()).isEqualTo(1);
        assertThat(output).contains("+48 *** *** 567", "PHONE_MISSING 1").doesNotContain("Exception");
        assertThat(home.toFile().list()).containsExactly("x.csv");
    }
}
