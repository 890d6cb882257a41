package pl.kurenda.intake.reader;

import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.poi.util.XMLHelper;

/**
 * Pulls the XML of a workbook event by event. No event may take more than {@link #EVENT} bytes of the file, so that
 * neither a huge attribute nor a comment fills the memory. Document types, and the entities that they could define, are
 * refused.
 */
final class BoundedXml implements Closeable {
    /** A cell has 32,767 characters at most. */
    static final int EVENT = 2 * 1024 * 1024;

    private static final XMLInputFactory FACTORY = factory();

    private final Metered in;
    private final XMLStreamReader xml;

    private BoundedXml(Metered in, XMLStreamReader xml) {
        this.in = in;
        this.xml = xml;
    }

    /** Takes ownership of the stream and closes it. */
    static BoundedXml over(InputStream octets) throws IOException {
        Metered in = new Metered(octets);
        try {
            return new BoundedXml(in, FACTORY.createXMLStreamReader(in));
        } catch (XMLStreamException | RuntimeException e) {
            in.close();
            throw new WorkbookFile.DamagedException(e);
        }
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLHelper.newXMLInputFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        return factory;
    }

    /** Moves to the next event and returns its kind, as in {@link XMLStreamConstants}. */
    int next() throws IOException {
        in.taken = 0;
        try {
            int event = xml.hasNext() ? xml.next() : XMLStreamConstants.END_DOCUMENT;
            if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
                throw new WorkbookFile.DamagedException("a document type or an entity");
            }
            return event;
        } catch (XMLStreamException | RuntimeException e) {
            throw new WorkbookFile.DamagedException(e);
        }
    }

    boolean starts(String element) {
        return xml.isStartElement() && xml.getLocalName().equals(element);
    }

    boolean ends(String element) {
        return xml.isEndElement() && xml.getLocalName().equals(element);
    }

    /** The value of the attribute with this local name, or null. */
    String attribute(String name) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equals(name)) {
                return xml.getAttributeValue(i);
            }
        }
        return null;
    }

    /** Appends the text of the event, if it is a text, but never lets the builder grow far beyond the limit. */
    void appendTo(StringBuilder text, int limit) {
        if (xml.hasText() && text.length() <= limit) {
            int length = Math.min(xml.getTextLength(), limit + 1 - text.length());
            text.append(xml.getTextCharacters(), xml.getTextStart(), length);
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    /** Counts the bytes that the parser reads for one event. */
    private static final class Metered extends FilterInputStream {
        private int taken;

        Metered(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            return count(super.read(), 1);
        }

        @Override
        public int read(byte[] octets, int start, int length) throws IOException {
            int count = super.read(octets, start, length);
            return count(count, count);
        }

        private int count(int result, int octets) throws IOException {
            taken += Math.max(0, octets);
            if (taken > EVENT) {
                throw new WorkbookFile.DamagedException("an element over " + EVENT + " octets");
            }
            return result;
        }
    }
}
