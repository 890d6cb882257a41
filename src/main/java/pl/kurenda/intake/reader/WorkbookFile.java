package pl.kurenda.intake.reader;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamConstants;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.xssf.eventusermodel.XSSFReader;

/**
 * A workbook (xlsx, ECMA-376). POI opens the package, finds its parts and refuses ZIP bombs by their inflate ratio.
 * This class pulls the sheets with StAX, because POI's event reader pushes events and does not limit cells and shared
 * texts.
 */
public final class WorkbookFile implements Closeable {
    private final OPCPackage pack;
    private final XSSFReader reader;
    private final List<WorkbookSheet> sheets = new ArrayList<>();
    private SheetValues values;
    private boolean since1904;

    private WorkbookFile(OPCPackage pack, XSSFReader reader) {
        this.pack = pack;
        this.reader = reader;
    }

    /** @throws DamagedException if it is damaged, not a workbook, or takes more memory than an export needs */
    public static WorkbookFile open(Path file) throws IOException {
        PackageBounds.check(file);
        return guarded(() -> {
            OPCPackage pack = OPCPackage.open(file.toFile(), PackageAccess.READ);
            WorkbookFile workbook = null;
            try {
                workbook = new WorkbookFile(pack, new XSSFReader(pack));
                workbook.readParts();
                return workbook;
            } catch (IOException | OpenXML4JException | RuntimeException e) {
                pack.revert();
                throw e;
            }
        });
    }

    /** The visible sheets, in order. Their widths are not known yet. */
    public List<WorkbookSheet> sheets() {
        return List.copyOf(sheets);
    }

    /** The rows of a sheet. The caller closes them. */
    public SheetRows rows(WorkbookSheet sheet) throws IOException {
        return guarded(() -> new SheetRows(BoundedXml.over(reader.getSheet(sheet.part())), values));
    }

    private void readParts() throws IOException, OpenXML4JException {
        try (BoundedXml xml = BoundedXml.over(reader.getWorkbookData())) {
            while (xml.next() != XMLStreamConstants.END_DOCUMENT) {
                readBook(xml);
            }
        }
        values = new SheetValues(SharedTexts.read(data(reader::getSharedStringsData)), dates(), since1904);
    }

    private void readBook(BoundedXml xml) {
        if (xml.starts("workbookPr")) {
            String flag = xml.attribute("date1904");
            since1904 = "1".equals(flag) || "true".equals(flag);
        }
        String state = xml.starts("sheet") ? xml.attribute("state") : "none";
        if (state == null || state.equals("visible")) {
            sheets.add(new WorkbookSheet(xml.attribute("id"), xml.attribute("name"), 0, Hidden.nothing()));
        }
    }

    private DateStyles dates() throws IOException, OpenXML4JException {
        InputStream styles = data(reader::getStylesData);
        return styles == null ? DateStyles.none() : DateStyles.read(BoundedXml.over(styles));
    }

    /** The part, or null if the workbook has none. */
    private static InputStream data(Part part) throws IOException, OpenXML4JException {
        try {
            return part.open();
        } catch (NullPointerException | IllegalArgumentException e) {
            // POI throws this if the relationship does not exist.
            return null;
        }
    }

    /** Turns the many exceptions by which POI and the XML parser report a damaged file into one. */
    static <T> T guarded(Action<T> action) throws IOException {
        try {
            return action.run();
        } catch (DamagedException e) {
            throw e;
        } catch (IOException | OpenXML4JException | RuntimeException e) {
            throw new DamagedException(e);
        }
    }

    @Override
    public void close() {
        pack.revert();
    }

    /** A workbook is damaged, or would take more memory than an export needs. */
    public static final class DamagedException extends IOException {
        private static final long serialVersionUID = 1;

        DamagedException(String what) {
            super(what);
        }

        DamagedException(Exception cause) {
            super("a workbook cannot be read", cause);
        }
    }

    /** An action that may find the file damaged. */
    interface Action<T> {
        T run() throws IOException, OpenXML4JException;
    }

    /** Opens a part of the package. */
    private interface Part {
        InputStream open() throws IOException, OpenXML4JException;
    }
}
