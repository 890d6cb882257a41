package pl.kurenda.ops.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.validation.ValidationAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;

class AdminSettingsTest {
    private static final String HASH = "$2a$10$" + "a".repeat(53);
    private final ApplicationContextRunner runner = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(ValidationAutoConfiguration.class))
            .withUserConfiguration(Enabled.class);

    @Test
    void withoutSettingsThereIsAnAdminWhoCannotLogIn() {
        runner.run(context -> {
            AdminSettings settings = context.getBean(AdminSettings.class);
            assertThat(settings.name()).isEqualTo("admin");
            assertThat(settings.canLogIn()).isFalse();
        });
    }

    @Test
    void readsBothKeys() {
        runner.withPropertyValues("kurenda.admin.name=anna", "kurenda.admin.password=zażółć gęślą")
                .run(context -> {
                    AdminSettings settings = context.getBean(AdminSettings.class);
                    assertThat(settings.name()).isEqualTo("anna");
                    assertThat(settings.password()).isEqualTo("zażółć gęślą");
                    assertThat(settings.encoded()).isFalse();
                });
    }

    @Test
    void takesAnEncodedPassword() {
        runner.withPropertyValues("kurenda.admin.password={bcrypt}" + HASH)
                .run(context -> assertThat(context.getBean(AdminSettings.class).encoded())
                        .isTrue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{bcrypt}", "{bcrypt}secret", "ąąąąąąąąąąąąąąąąąąąąąąąąąąąąąąąąąąąąą"})
    void aPasswordThatCouldNeverMatchStopsTheStartAndSaysWhichKey(String password) {
        runner.withPropertyValues("kurenda.admin.password=" + password)
                .run(context ->
                        assertThat(context).getFailure().rootCause().hasMessageContaining("kurenda.admin.password"));
    }

    @Test
    void anEmptyNameStopsTheStart() {
        runner.withPropertyValues("kurenda.admin.name= ")
                .run(context -> assertThat(context).getFailure().rootCause().hasMessageContaining("kurenda.admin"));
    }

    @Test
    void aNameThatTheAuditLogCouldTakeForAUserOfTheProviderStopsTheStart() {
        runner.withPropertyValues("kurenda.admin.name=oidc:ewa")
                .run(context ->
                        assertThat(context).getFailure().rootCause().hasMessageContaining("kurenda.admin.name"));
    }

    @Test
    void doesNotShowThePassword() {
        assertThat(new AdminSettings("admin", "secret")).asString().doesNotContain("secret");
    }

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(AdminSettings.class)
    static class Enabled {}
}
