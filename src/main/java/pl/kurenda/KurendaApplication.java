package pl.kurenda;

import java.util.Optional;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the daemon, or runs one command and ends. */
@SpringBootApplication
public class KurendaApplication {

    /** @param args Spring Boot arguments for the daemon; a first word such as {@code report} names a command */
    public static void main(String[] args) {
        Optional<String> word = CommandApplication.word(args);
        if (word.isPresent()) {
            System.exit(CommandApplication.run(word.get(), args));
        }
        SpringApplication.run(KurendaApplication.class, args);
    }
}
