package pl.kurenda;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the daemon. */
@SpringBootApplication
public class KurendaApplication {

    /** @param args Spring Boot arguments. */
    public static void main(String[] args) {
        SpringApplication.run(KurendaApplication.class, args);
    }
}
