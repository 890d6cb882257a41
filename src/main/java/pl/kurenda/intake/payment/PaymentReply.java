package pl.kurenda.intake.payment;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import pl.kurenda.intake.folder.SafeFile;
import pl.kurenda.intake.format.ReplyColumns;
import pl.kurenda.intake.reader.Cells;
import pl.kurenda.intake.text.Texts;
import pl.kurenda.ledger.payment.Payments.Booked;
import pl.kurenda.money.Grosze;

/** Writes the reply files for a payment list. */
final class PaymentReply {
    private static final ObjectMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private PaymentReply() {}

    /** A payment list as it was dropped. */
    record PaymentList(String file, String sha256, String source, boolean repeated) {}

    /** The figures of a list. The receipt file appears last. */
    @JsonPropertyOrder({
        "file",
        "sha256",
        "source",
        "rows",
        "rejected",
        "matched",
        "amount_matched",
        "unmatched",
        "known",
        "not_sent",
        "repeated"
    })
    record Receipt(
            String file,
            String sha256,
            String source,
            int rows,
            int rejected,
            int matched,
            @JsonProperty("amount_matched") String amountMatched,
            int unmatched,
            int known,
            @JsonProperty("not_sent") int notSent,
            boolean repeated) {

        /** Creates the receipt of a list. */
        static Receipt of(PaymentList list, int rejected, Booked booked, int notSent) {
            int rows = rejected + booked.matched() + booked.unmatched() + booked.known();
            return new Receipt(
                    list.file(),
                    list.sha256(),
                    list.source(),
                    rows,
                    rejected,
                    booked.matched(),
                    Grosze.plain(booked.matchedGrosze()),
                    booked.unmatched(),
                    booked.known(),
                    notSent,
                    list.repeated());
        }
    }

    static void receipt(Path out, String name, Receipt receipt) throws IOException {
        SafeFile.write(
                out.resolve(name + ".payments.receipt.json"), stream -> stream.write(JSON.writeValueAsBytes(receipt)));
    }

    /**
     * Writes the rows that are not payments, as they came, and why. The file is read again so that no row is kept in
     * memory.
     */
    static void rejected(Path out, String name, PaymentFormat format, PaymentRows rows, Path file) throws IOException {
        SafeFile.write(out.resolve(name + ".payments.rejected.csv"), stream -> {
            String columns = new ReplyColumns(format.delimiter()).header();
            line(stream, format, format.header() + columns);
            try {
                rows.read(file, payment -> {}, row -> rejected(stream, format, row));
            } catch (UncheckedIOException e) {
                throw e.getCause();
            }
        });
    }

    private static void rejected(OutputStream stream, PaymentFormat format, PaymentRows.Rejected row) {
        String why = Texts.POLISH.get("payment." + row.flaw());
        char sign = format.delimiter();
        try {
            line(stream, format, row.text() + sign + row.line() + sign + row.flaw() + sign + Cells.quote(why, sign));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void line(OutputStream stream, PaymentFormat format, String text) throws IOException {
        stream.write((text + "\r\n").getBytes(format.charset()));
    }

    /** Writes the reason why a list cannot be read next to the list's new place, in Polish and English. */
    static void refused(Path target, String key) throws IOException {
        String name = target.getFileName().toString();
        String text = Texts.POLISH.get("refused.file", name) + "\n" + Texts.POLISH.get(key) + "\n\n"
                + Texts.ENGLISH.get("refused.file", name) + "\n" + Texts.ENGLISH.get(key) + "\n";
        SafeFile.write(
                target.resolveSibling(name + ".error.txt"),
                stream -> stream.write(text.getBytes(StandardCharsets.UTF_8)));
    }
}
