package pl.kurenda.ops.command;

import java.io.PrintStream;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

/** Output of a command: texts from a bundle, results to one stream and error messages to the other. */
final class CommandOutput {
    /** Exit code for wrong usage. */
    static final int WRONG_USAGE = 2;

    private final ResourceBundle texts;
    private final PrintStream out;
    private final PrintStream err;

    CommandOutput(String bundle, Locale locale, PrintStream out, PrintStream err) {
        this.texts = ResourceBundle.getBundle(bundle, locale, Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
        this.out = out;
        this.err = err;
    }

    /** Returns the text as it is in the bundle. */
    String text(String key) {
        return texts.getString(key);
    }

    /** Returns the text with its details; numbers are written without grouping. */
    String text(String key, Object... details) {
        return MessageFormat.format(
                texts.getString(key),
                Arrays.stream(details).map(String::valueOf).toArray());
    }

    void print(String line) {
        out.println(line);
    }

    void say(String key, Object... details) {
        out.println(text(key, details));
    }

    void warn(String key, Object... details) {
        err.println(text(key, details));
    }

    /** @return {@link #WRONG_USAGE} */
    int complain(String key, Object... details) {
        warn(key, details);
        return WRONG_USAGE;
    }
}
