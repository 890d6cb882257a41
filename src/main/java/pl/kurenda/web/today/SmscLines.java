package pl.kurenda.web.today;

import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import pl.kurenda.delivery.smsc.SmscControl;
import pl.kurenda.web.support.PageTexts;

/** The state of the SMSCs in the reader's language. */
@Component
public class SmscLines {
    private static final Set<String> WELL = Set.of("bound", "slowed");
    private static final Set<String> ILL = Set.of("paused", "paused by hand", "unbound", "does not answer");
    private static final String REFUSES = "refuses everything: ";

    private final SmscControl smscs;
    private final PageTexts pageTexts;

    public SmscLines(SmscControl smscs, PageTexts pageTexts) {
        this.smscs = smscs;
        this.pageTexts = pageTexts;
    }

    /** Whether this node can send now. */
    boolean bound() {
        return smscs.bound();
    }

    public List<SmscLine> lines() {
        return smscs.conditions().stream()
                .map(account -> line(account.name(), account.words()))
                .toList();
    }

    private SmscLine line(String name, String said) {
        if (WELL.contains(said) || ILL.contains(said)) {
            return new SmscLine(name, pageTexts.get("smsc." + said.replace(' ', '.')), null, WELL.contains(said));
        }
        return said.startsWith(REFUSES)
                ? new SmscLine(
                        name, pageTexts.get("smsc.refuses"), pageTexts.reason(said.substring(REFUSES.length())), false)
                : new SmscLine(name, pageTexts.get("smsc.trouble"), said, false);
    }
}
