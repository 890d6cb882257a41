package pl.kurenda;

import java.util.Arrays;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import pl.kurenda.report.ReportCommand;

/** Starts the daemon, or carries out one command and ends. */
@SpringBootApplication
public class KurendaApplication {

    /**
     * @param args Spring Boot arguments for the daemon; {@code report --date=yyyy-mm-dd} makes a day's report by hand
     */
    public static void main(String[] args) {
        if (Arrays.stream(args).filter(arg -> !arg.startsWith("--")).anyMatch(ReportCommand.NAME::equals)) {
            System.exit(ReportApplication.run(args));
        }
        SpringApplication.run(KurendaApplication.class, args);
    }
}
