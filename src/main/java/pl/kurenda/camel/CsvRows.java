package pl.kurenda.camel;

import java.util.Collections;
import java.util.Iterator;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.dataformat.csv.CsvDataFormat;
import org.springframework.stereotype.Component;
import pl.kurenda.intake.OpenFile;
import pl.kurenda.intake.ParsedRecord;
import pl.kurenda.intake.RecordText;
import pl.kurenda.intake.RowBlock;

/** Lets camel-csv find the cells of a file, as one lazy stream, and gives them on in blocks. */
@Component("csvRows")
public class CsvRows {

    /** The rows of a file that is to be loaded; nothing for any other. */
    public Iterator<RowBlock> blocks(@Body OpenFile file, Exchange exchange) throws Exception {
        if (!(file instanceof OpenFile.Loading loading)) {
            return Collections.emptyIterator();
        }
        // The parser's own on-completion closes the text with the exchange.
        RecordText text = loading.text();
        return loading.blocks(text, parse(text, exchange));
    }

    @SuppressWarnings("unchecked")
    private static Iterator<ParsedRecord> parse(RecordText text, Exchange exchange) throws Exception {
        try (CsvDataFormat format = new CsvDataFormat()) {
            format.setDelimiter(text.delimiter());
            format.setLazyLoad(true);
            // An empty line stands for a record that cannot be read: the parser must not pass it over.
            format.setIgnoreEmptyLines(false);
            format.setRecordConverter(row -> new ParsedRecord(row.getRecordNumber(), row.toList()));
            format.start();
            return (Iterator<ParsedRecord>) format.unmarshal(exchange, (Object) text);
        }
    }
}
