package pl.kurenda.camel;

import org.apache.camel.component.mock.MockComponent;
import org.apache.camel.spring.boot.CamelAutoConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/**
 * Camel as the daemon runs it, for tests of single route files: the test names the files with {@code
 * camel.main.routes-include-pattern} and adds the beans they call. There is no database, and the SMSC is a {@code MockEndpoint}.
 */
@Configuration(proxyBeanMethods = false)
@ImportAutoConfiguration(CamelAutoConfiguration.class)
@Import(StepNames.class)
class RouteParts {

    @Bean("smpp-component")
    MockComponent smsc() {
        return new MockComponent();
    }
}
