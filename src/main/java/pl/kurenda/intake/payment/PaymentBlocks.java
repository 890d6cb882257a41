package pl.kurenda.intake.payment;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import pl.kurenda.intake.reader.CsvReader;
import pl.kurenda.intake.reader.CsvRecord;
import pl.kurenda.intake.reader.RecordText;

/** Reads a payment list block by block. The file is closed at its end, or when the route is done with it. */
final class PaymentBlocks implements Iterator<PaymentBlock>, Closeable {
    private static final int ROWS = 500;

    private final PaymentFile.Booking file;
    private final RecordText text;
    private final CsvReader records;

    private PaymentBlocks(PaymentFile.Booking file, RecordText text, CsvReader records) {
        this.file = file;
        this.text = text;
        this.records = records;
    }

    /** Opens the file. */
    static PaymentBlocks open(PaymentFile.Booking file) throws IOException {
        RecordText text = RecordText.open(file.path(), file.format().csv());
        try {
            return new PaymentBlocks(file, text, CsvReader.over(file.path(), text));
        } catch (IOException | RuntimeException failed) {
            text.close();
            throw failed;
        }
    }

    @Override
    public boolean hasNext() {
        boolean more = records.hasNext();
        if (!more) {
            close();
        }
        return more;
    }

    @Override
    public PaymentBlock next() {
        List<CsvRecord> block = new ArrayList<>();
        block.add(records.next());
        while (block.size() < ROWS && records.hasNext()) {
            block.add(records.next());
        }
        return new PaymentBlock(file, block);
    }

    @Override
    public void close() {
        try {
            text.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
