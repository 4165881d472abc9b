package be.vakoogst.page;

import be.vakoogst.extract.Statement;
import java.net.URI;
import java.util.List;
import org.jsoup.nodes.Document;

/** What another room reads in the HTML of a page. Implementations are safe for use by many threads. */
public interface PageReading {

    /** @param url of the page, the base of its addresses */
    List<Statement> read(Document page, URI url);
}
