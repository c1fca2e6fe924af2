package dev.watchkeeper.engine.knowledge.document;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * DOCX (ISO/IEC 29500, WordprocessingML) by the parsers of the JDK: paragraphs, headings by the outline level of their style,
 * tables. Entities, links and everything outside the file are left alone, and what it may unpack to is bounded.
 */
final class DocxReader implements FormatReader {
    private static final long LARGEST = 128L << 20;
    private static final long MOST_UNPACKED = 256L << 20;
    private static final byte[] OLE = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};

    @Override
    public long largest() {
        return LARGEST;
    }

    @Override
    public String read(DocumentSource source, BlockSink sink) throws IOException, UnreadableDocument {
        try (InputStream bytes = new BufferedInputStream(source.open())) {
            bytes.mark(OLE.length);
            if (Arrays.equals(bytes.readNBytes(OLE.length), OLE)) {
                throw new UnreadableDocument("It is protected by a password. Save it without one.");
            }
        }
        try {
            Map<String, Integer> levels = part(source, "word/styles.xml", DocxStyles::levels, Map.of());
            boolean found = part(source, "word/document.xml", reader -> new DocxBody(levels, sink).read(reader), false);
            if (!found) {
                throw new UnreadableDocument("It is damaged, or no DOCX: it has no text part. Save it anew.");
            }
            return part(source, "docProps/core.xml", DocxReader::title, "");
        } catch (ZipException | XMLStreamException e) {
            throw new UnreadableDocument("It is damaged: its content cannot be made out. Save it anew.", e);
        }
    }

    private interface PartReader<T> {
        T read(XMLStreamReader reader) throws XMLStreamException;
    }

    private static <T> T part(DocumentSource source, String name, PartReader<T> parts, T without)
            throws IOException, XMLStreamException {
        try (ZipInputStream zip = new ZipInputStream(new BufferedInputStream(source.open()))) {
            Bounded bounded = new Bounded(zip);
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals(name)) {
                    XMLStreamReader reader = factory().createXMLStreamReader(bounded);
                    try {
                        return parts.read(reader);
                    } finally {
                        reader.close();
                    }
                }
                // What is skipped is unpacked, too, and counts.
                bounded.transferTo(OutputStream.nullOutputStream());
            }
        }
        return without;
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> new ByteArrayInputStream(new byte[0]));
        return factory;
    }

    private static String title(XMLStreamReader reader) throws XMLStreamException {
        while (reader.hasNext()) {
            if (reader.next() == XMLStreamReader.START_ELEMENT
                    && reader.getLocalName().equals("title")) {
                return reader.getElementText().strip();
            }
        }
        return "";
    }

    /** Ends a file that unpacks to far more than it is. */
    private static final class Bounded extends FilterInputStream {
        private long left = MOST_UNPACKED;

        Bounded(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int one = super.read();
            spend(one < 0 ? 0 : 1);
            return one;
        }

        @Override
        public int read(byte[] bytes, int from, int most) throws IOException {
            int read = super.read(bytes, from, most);
            spend(Math.max(0, read));
            return read;
        }

        @Override
        public void close() {
            // The parser closes what it reads from; the archive is closed by who opened it.
        }

        private void spend(int bytes) throws ZipException {
            left -= bytes;
            if (left < 0) {
                throw new ZipException("it unpacks to more than " + (MOST_UNPACKED >> 20) + " MB");
            }
        }
    }
}
