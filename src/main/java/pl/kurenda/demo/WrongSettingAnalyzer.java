package pl.kurenda.demo;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Shows why a setting was refused in one sentence, without a stack trace. */
class WrongSettingAnalyzer extends AbstractFailureAnalyzer<IllegalArgumentException> {
    private static final String OURS = "kurenda.";

    @Override
    protected FailureAnalysis analyze(Throwable root, IllegalArgumentException refused) {
        String sentence = refused.getMessage();
        return sentence == null || !sentence.startsWith(OURS)
                ? null
                : new FailureAnalysis(sentence, "Correct the setting and start again.", refused);
    }
}
