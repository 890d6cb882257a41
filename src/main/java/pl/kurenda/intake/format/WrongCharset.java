package pl.kurenda.intake.format;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import pl.kurenda.intake.source.AlwaysHeld;
import pl.kurenda.ledger.gate.Finding;

/** Detects files whose bytes contradict the configured charset. The setting still applies; the file is held. */
final class WrongCharset {
    /** The byte order mark contradicts the setting, and no letter shows which is right. */
    static final String MARKED = "CHARSET_MARKED";

    private WrongCharset() {}

    /**
     * The same layout, with a finding if the charset is contradicted.
     *
     * @param known configured charset, or null
     */
    static Layout noted(Layout layout, Charset known, FileScan pass) {
        if (known == null
                || known.equals(StandardCharsets.UTF_8)
                || known.name().startsWith("UTF-16")) {
            return layout;
        }
        Optional<Charset> shown = pass.instead(known);
        if (shown.isPresent()) {
            return layout.noting(Finding.of(
                    AlwaysHeld.CHARSET_GARBLED, known.name(), shown.get().name()));
        }
        return pass.hasMark() ? layout.warning(Finding.of(MARKED, known.name())) : layout;
    }
}
