package pl.kurenda.intake.payment;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import pl.kurenda.intake.format.FileScan;
import pl.kurenda.intake.format.Sample;
import pl.kurenda.intake.reader.CsvOptions;
import pl.kurenda.intake.reader.FileEncoding;
import pl.kurenda.intake.reader.Quoting;
import pl.kurenda.intake.source.Source;

/**
 * How a payment list is written.
 *
 * @param carrier how the file stores its bytes
 * @param charset of the bytes that the carrier gives
 * @param delimiter between cells
 * @param skipped number of records up to and including the header
 * @param header as it stands in the file
 * @param columns of the header
 * @param quoting of the cells
 */
public record PaymentFormat(
        FileEncoding carrier,
        Charset charset,
        char delimiter,
        int skipped,
        String header,
        PaymentColumns columns,
        Quoting quoting) {
    private static final List<Character> DELIMITERS = List.of(';', '\t', '|', ',');
    private static final int SAMPLE = 64 * 1024;
    /** The number of records from the top in which the header is searched. */
    private static final int WITHIN = 20;

    /** Detects the format of a file. Returns nothing if no line names the columns of a payment list. */
    public static Optional<PaymentFormat> of(Path file, FileScan pass, Source.Reading reading) throws IOException {
        FileEncoding carrier = pass.wide() == null
                ? new FileEncoding.Plain(pass.hasMark() ? pass.mark() : 0)
                : new FileEncoding.Wide(pass.wide(), pass.hasMark() ? 0 : pass.mark());
        Charset charset = pass.wide() == null ? plain(pass, reading) : StandardCharsets.UTF_8;
        byte[] octets;
        boolean whole;
        try (InputStream in = carrier.open(file)) {
            octets = in.readNBytes(SAMPLE);
            whole = in.read() < 0;
        }
        for (char delimiter : DELIMITERS) {
            Sample sample = Sample.of(octets, whole, delimiter);
            for (int i = 0; i < Math.min(WITHIN, sample.records().size()); i++) {
                PaymentColumns columns = PaymentColumns.of(sample.cells(i, charset), reading);
                if (columns.suffice()) {
                    String header = sample.text(i, charset);
                    return Optional.of(
                            new PaymentFormat(carrier, charset, delimiter, i + 1, header, columns, sample.quoting()));
                }
            }
        }
        return Optional.empty();
    }

    /** How the rows are read. */
    CsvOptions csv() {
        return new CsvOptions(
                carrier,
                charset,
                delimiter,
                quoting,
                skipped,
                cells -> cells == columns.width(),
                raw -> false,
                cut -> cut);
    }

    private static Charset plain(FileScan pass, Source.Reading reading) {
        Charset known = reading.charset();
        return known == null || known.name().startsWith("UTF-16") ? pass.charset() : known;
    }
}
