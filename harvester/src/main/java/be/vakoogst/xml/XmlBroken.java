package be.vakoogst.xml;

/** The document breaks here: what came before it was read. The message names line and column. */
public final class XmlBroken extends RuntimeException {

    XmlBroken(String message, Throwable cause) {
        super(message, cause);
    }
}
