package pl.kurenda.ledger;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires what of the ledger depends on settings. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LedgerSettings.class)
class LedgerConfiguration {

    @Bean
    NodeLease nodeLease(Books books, LedgerSettings settings, @Value("${server.port:8080}") String port)
            throws UnknownHostException {
        String name = settings.node();
        if (name == null || name.isBlank()) {
            name = InetAddress.getLocalHost().getHostName() + ":" + port;
        }
        return new NodeLease(books, name);
    }
}
