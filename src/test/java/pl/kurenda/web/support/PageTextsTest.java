package pl.kurenda.web.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.context.support.ResourceBundleMessageSource;
import pl.kurenda.delivery.smsc.SmscCondition;
import pl.kurenda.delivery.smsc.SmscControl;
import pl.kurenda.web.today.SmscLine;
import pl.kurenda.web.today.SmscLines;

class PageTextsTest {
    private final PageTexts words = words();

    private static PageTexts words() {
        ResourceBundleMessageSource texts = new ResourceBundleMessageSource();
        texts.setBasenames("messages/web", "messages/smsc");
        texts.setDefaultEncoding("UTF-8");
        texts.setFallbackToSystemLocale(false);
        return new PageTexts(texts);
    }

    @AfterEach
    void forget() {
        LocaleContextHolder.resetLocaleContext();
    }

    @ParameterizedTest
    @CsvSource({
        "NOT_IN_TIME, Brak odpowiedzi na czas",
        "no answer in time, Brak odpowiedzi na czas",
        "segment 2/3 connection lost before the answer, Część 2 z 3: Połączenie przerwane przed odpowiedzią",
        "ESME_RINVDSTADR invalid destination address, Centrum SMS: nieprawidłowy numer odbiorcy (ESME_RINVDSTADR)",
        "segment 1/2 ESME_RTHROTTLED too many messages, 'Część 1 z 2: Centrum SMS: za dużo wiadomości naraz (ESME_RTHROTTLED)'",
        "0x00000410 a status unknown to SMPP v3.4, Odpowiedź centrum SMS o kodzie 0x00000410",
        "err:069, Błąd operatora 069",
        "PDUStringException, Błąd programu przy wysyłaniu (PDUStringException)",
        "STOP by SMS, STOP przez SMS",
        "Anna prosi, Anna prosi"
    })
    void aReasonIsWordedInPolish(String code, String polish) {
        LocaleContextHolder.setLocale(Locale.forLanguageTag("pl"));
        assertThat(words.reason(code)).isEqualTo(polish);
    }

    @Test
    void whoIsNobodyHasAName() {
        LocaleContextHolder.setLocale(Locale.forLanguageTag("pl"));
        assertThat(words.who("resident")).isEqualTo("mieszkaniec");
        assertThat(words.who("ewa")).isEqualTo("ewa");
        assertThat(words.who("payments 17 styczeń 2.csv")).isEqualTo("lista wpłat styczeń 2.csv");
        assertThat(words.who(null)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "bound, połączone, , true",
        "paused by hand, wstrzymane ręcznie, , false",
        "refuses everything: ESME_RINVPASWD invalid password, odmawia wszystkiego, Centrum SMS: nieprawidłowe hasło (ESME_RINVPASWD), false",
        "does not answer, 'połączone, nie odpowiada', , false",
        "on fire, kłopot, on fire, false"
    })
    void anSmscIsWordedInPolish(String said, String state, String why, boolean well) {
        LocaleContextHolder.setLocale(Locale.forLanguageTag("pl"));
        SmscControl smscs = mock(SmscControl.class);
        when(smscs.conditions()).thenReturn(List.of(new SmscCondition("era", "era.example.pl:2775", well, said)));
        assertThat(new SmscLines(smscs, words).lines()).containsExactly(new SmscLine("era", state, why, well));
    }
}
