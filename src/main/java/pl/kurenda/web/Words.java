package pl.kurenda.web;

import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Texts in the language of the reader. */
@Component
class Words {
    private final MessageSource texts;

    Words(MessageSource texts) {
        this.texts = texts;
    }

    Locale locale() {
        return LocaleContextHolder.getLocale();
    }

    String get(String key, Object... values) {
        return texts.getMessage(key, values, locale());
    }

    /** What an entry of the audit log says that was done; its code where there are no words for it. */
    String action(String code) {
        return texts.getMessage("audit." + code, null, code, locale());
    }

    /** What a code says in words; the code itself, such as that of an SMSC, where there are none for it. */
    String reason(String code) {
        return code == null ? "" : texts.getMessage("why." + code, null, code, locale());
    }
}
