package pl.kurenda.intake;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import org.springframework.stereotype.Component;
import pl.kurenda.intake.answer.FileReceipt;
import pl.kurenda.intake.answer.RejectedFile;
import pl.kurenda.intake.folder.SafeFile;
import pl.kurenda.intake.format.Refusal;
import pl.kurenda.intake.source.Source;
import pl.kurenda.intake.text.Texts;
import pl.kurenda.ledger.batch.BatchTotals;
import pl.kurenda.ledger.batch.Batches;
import pl.kurenda.ledger.batch.Opening;
import pl.kurenda.ledger.vendor.Submissions;

/** Writes the files for the domain system: rejected rows, receipts, and the reason why a file could not be read. */
@Component
public class ReplyFiles {
    private final Batches batches;
    private final Submissions submissions;
    private final Clock clock;
    private final ObjectMapper json =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    public ReplyFiles(Batches batches, Submissions submissions, Clock clock) {
        this.batches = batches;
        this.submissions = submissions;
        this.clock = clock;
    }

    /**
     * Writes the reply files for a loaded file. The receipt comes last: once it is there, the other files are complete.
     */
    void loaded(OpenFile.Loaded file) throws IOException {
        BatchTotals totals = file.totals();
        Path out = file.source().folders().out();
        if (totals.rejected() > 0) {
            SafeFile.write(out.resolve(totals.filedName() + ".rejected.csv"), stream -> {
                RejectedFile rejected = new RejectedFile(file.layout(), stream);
                rejected.writeHeader();
                try {
                    batches.eachRejection(totals.batchId(), rejected::write);
                } catch (UncheckedIOException e) {
                    throw e.getCause();
                }
            });
        }
        receipt(
                out.resolve(totals.filedName() + ".receipt.json"),
                FileReceipt.of(totals, clock.getZone()).detected(file.layout(), file.detected()));
    }

    /** Writes the receipt for a file whose bytes were loaded before. */
    void repeated(OpenFile.Repeated file, String filedName) throws IOException {
        BatchTotals first = file.opening().first();
        String since = FileReceipt.time(first.receivedAt(), clock.getZone());
        String warning =
                repeated(Texts.POLISH, file.opening(), since) + " / " + repeated(Texts.ENGLISH, file.opening(), since);
        FileReceipt fileReceipt = FileReceipt.ofNothing(file.file(), clock.instant(), clock.getZone(), warning);
        receipt(file.source().folders().out().resolve(filedName + ".receipt.json"), fileReceipt);
    }

    private static String repeated(Texts texts, Opening.Repeated opening, String since) {
        String text = texts.get("repeated", opening.first().file().fileName(), since);
        Opening.Again again = opening.again();
        if (!again.current()) {
            return text + " " + texts.get("repeated.anew");
        }
        return text + " "
                + (again.left() > 0
                        ? texts.get("repeated.left", String.valueOf(again.left()))
                        : texts.get("repeated.paid", String.valueOf(again.paid())));
    }

    /**
     * Writes the reason why a file cannot be read next to the file's new place, in Polish and English. For a vendor,
     * the reason is also available through the API.
     */
    void refused(OpenFile.Refused file, Path target) throws IOException {
        Refusal refusal = file.refusal();
        if (file.source().channel() != Source.Channel.DROP) {
            submissions.failed(
                    file.source().name(),
                    file.path().getFileName().toString(),
                    refusal.kind().name(),
                    refusal.detail());
        }
        String note = note(Texts.POLISH, target, refusal) + "\n" + note(Texts.ENGLISH, target, refusal);
        Path place = target.resolveSibling(target.getFileName() + ".error.txt");
        SafeFile.write(place, out -> out.write(note.getBytes(StandardCharsets.UTF_8)));
    }

    private static String note(Texts texts, Path target, Refusal refusal) {
        String file = texts.get("refused.file", target.getFileName().toString()) + "\n";
        String line = refusal.line() == 0
                ? ""
                : texts.get("refused.header", String.valueOf(refusal.line()), refusal.shown()) + "\n";
        return file + texts.get("refusal." + refusal.kind(), refusal.detail()) + "\n" + line;
    }

    private void receipt(Path target, FileReceipt fileReceipt) throws IOException {
        SafeFile.write(target, out -> out.write(json.writeValueAsBytes(fileReceipt)));
    }
}
