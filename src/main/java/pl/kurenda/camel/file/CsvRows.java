package pl.kurenda.camel.file;

import java.util.Collections;
import java.util.Iterator;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.dataformat.csv.CsvDataFormat;
import org.springframework.stereotype.Component;
import pl.kurenda.intake.OpenFile;
import pl.kurenda.intake.reader.CsvReader;
import pl.kurenda.intake.reader.ParsedRecord;
import pl.kurenda.intake.reader.RecordText;
import pl.kurenda.intake.row.RowBlock;

/** Reads the rows of an export with camel-csv, lazily and in blocks. The format is that of {@link CsvReader}. */
@Component("csvRows")
public class CsvRows {

    /** The rows of a file that is to be loaded; empty for any other file. */
    public Iterator<RowBlock> blocks(@Body OpenFile file, Exchange exchange) throws Exception {
        if (!(file instanceof OpenFile.Loading loading)) {
            return Collections.emptyIterator();
        }
        // camel-csv closes the text when the exchange completes
        RecordText text = loading.text();
        return loading.blocks(text, parse(text, exchange));
    }

    @SuppressWarnings("unchecked")
    private static Iterator<ParsedRecord> parse(RecordText text, Exchange exchange) throws Exception {
        try (CsvDataFormat format = new CsvDataFormat(CsvReader.format(text.delimiter()))) {
            format.setLazyLoad(true);
            format.setRecordConverter(ParsedRecord::of);
            format.start();
            return (Iterator<ParsedRecord>) format.unmarshal(exchange, (Object) text);
        }
    }
}
