package pl.kurenda.intake.reader;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import org.apache.poi.ss.usermodel.DateUtil;

/**
 * Which cell styles of a workbook show a number as a date.
 *
 * @param days whether the style shows a date, by style number
 */
record DateStyles(List<Boolean> days) {
    /** Excel allows at most 65,490. */
    private static final int STYLES = 100_000;

    static DateStyles none() {
        return new DateStyles(List.of());
    }

    /** Reads the styles and closes them. */
    static DateStyles read(BoundedXml styles) throws IOException {
        Map<Integer, String> formats = new HashMap<>();
        List<Boolean> days = new ArrayList<>();
        boolean cells = false;
        try (BoundedXml xml = styles) {
            while (xml.next() != XMLStreamConstants.END_DOCUMENT) {
                if (xml.starts("cellXfs") || xml.ends("cellXfs")) {
                    cells = xml.starts("cellXfs");
                } else if (xml.starts("numFmt")) {
                    formats.put(SheetValues.number(xml.attribute("numFmtId")), xml.attribute("formatCode"));
                } else if (cells && xml.starts("xf")) {
                    int format = SheetValues.number(xml.attribute("numFmtId"));
                    days.add(DateUtil.isADateFormat(format, formats.get(format)));
                }
                if (formats.size() + days.size() > STYLES) {
                    throw new WorkbookFile.DamagedException("more than " + STYLES + " styles");
                }
            }
        }
        return new DateStyles(days);
    }

    boolean isDay(int style) {
        return style >= 0 && style < days.size() && days.get(style);
    }
}
