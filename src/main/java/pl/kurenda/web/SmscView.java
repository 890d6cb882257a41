package pl.kurenda.web;

import java.util.Map;

/** What the page asks about the SMSCs; answered by those who know and whom {@code web} may not use. */
public interface SmscView {

    /** Whether a message can be submitted now, through one of them at least. */
    boolean bound();

    /** How each of them does, by its name: {@code bound}, {@code slowed}, {@code paused}, {@code unbound} or a sentence. */
    Map<String, String> accounts();
}
