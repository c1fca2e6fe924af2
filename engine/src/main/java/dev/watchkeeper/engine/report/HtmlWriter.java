package dev.watchkeeper.engine.report;

import java.io.Closeable;
import java.io.IOException;
import java.io.Writer;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Writes the elements of a page one after the other. Whatever is text or the value of an attribute is escaped, and characters
 * that a page cannot hold are left out. Not thread-safe.
 */
final class HtmlWriter implements Closeable {
    private final Writer out;
    private final XMLStreamWriter xml;

    /** @param out closed with this */
    HtmlWriter(Writer out) throws IOException {
        this.out = out;
        try {
            xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out);
            xml.writeDTD("<!DOCTYPE html>");
        } catch (XMLStreamException e) {
            throw new IOException("the page cannot be begun: " + e.getMessage(), e);
        }
    }

    private interface Writing {
        void run() throws XMLStreamException;
    }

    private HtmlWriter write(Writing writing) throws IOException {
        try {
            writing.run();
            return this;
        } catch (XMLStreamException e) {
            throw e.getNestedException() instanceof IOException cause
                    ? cause
                    : new IOException("the page cannot be written: " + e.getMessage(), e);
        }
    }

    /**
     * Begins an element.
     *
     * @param attributes names and values in turn
     */
    HtmlWriter open(String element, String... attributes) throws IOException {
        return write(() -> {
            xml.writeStartElement(element);
            attributes(attributes);
        });
    }

    /** Ends the element that was begun last. */
    HtmlWriter end() throws IOException {
        return write(xml::writeEndElement);
    }

    /**
     * An element that holds nothing.
     *
     * @param attributes names and values in turn
     */
    HtmlWriter empty(String element, String... attributes) throws IOException {
        return write(() -> {
            xml.writeEmptyElement(element);
            attributes(attributes);
        });
    }

    /**
     * An element that holds text.
     *
     * @param attributes names and values in turn
     */
    HtmlWriter leaf(String element, String text, String... attributes) throws IOException {
        return open(element, attributes).text(text).end();
    }

    HtmlWriter text(String text) throws IOException {
        return write(() -> xml.writeCharacters(clean(text)));
    }

    private void attributes(String... attributes) throws XMLStreamException {
        for (int i = 0; i < attributes.length; i += 2) {
            xml.writeAttribute(attributes[i], clean(attributes[i + 1]));
        }
    }

    private static String clean(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints()
                .map(c -> Character.isISOControl(c) && c != '\n' ? ' ' : c)
                .filter(c -> c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE)
                .forEach(clean::appendCodePoint);
        return clean.toString();
    }

    /** Ends all elements, and closes the writer beneath. */
    @Override
    public void close() throws IOException {
        try (out) {
            write(xml::writeEndDocument);
            write(xml::close);
        }
    }
}
