package pl.kurenda;

import java.io.PrintStream;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

/** Lists the commands if an unknown one was given. */
final class UsageCommand {
    private static final int WRONG_USAGE = 2;

    private final ResourceBundle texts;
    private final PrintStream err;

    /** Uses the language of the machine. */
    UsageCommand() {
        this(Locale.getDefault(), System.err);
    }

    UsageCommand(Locale locale, PrintStream err) {
        this.texts = ResourceBundle.getBundle(
                "messages.commands", locale, Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
        this.err = err;
    }

    /** @return exit code */
    int run(String word) {
        err.println(MessageFormat.format(texts.getString("unknown"), word));
        err.println(texts.getString("usage"));
        return WRONG_USAGE;
    }
}
