package pl.kurenda.intake.reader;

import java.io.IOException;
import javax.xml.stream.XMLStreamConstants;

/** Reads a text of a workbook. It may consist of several pieces in different fonts, with phonetic text beside them. */
final class RichText {
    private RichText() {}

    /**
     * Reads to the end of the element.
     *
     * @return its text; a text longer than a cell may be is cut, so that the row is refused
     */
    static String read(BoundedXml xml, String element) throws IOException {
        StringBuilder text = new StringBuilder();
        boolean spoken = false;
        boolean inText = false;
        for (int event = xml.next(); !xml.ends(element); event = xml.next()) {
            if (event == XMLStreamConstants.END_DOCUMENT) {
                throw new WorkbookFile.DamagedException("a text without end");
            }
            if (xml.starts("rPh") || xml.ends("rPh")) {
                spoken = xml.starts("rPh");
            } else if (xml.starts("t") || xml.ends("t")) {
                inText = xml.starts("t");
            } else if (inText && !spoken) {
                xml.appendTo(text, RecordScanner.MAX_CELL);
            }
        }
        return text.toString();
    }
}
