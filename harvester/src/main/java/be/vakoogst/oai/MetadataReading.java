package be.vakoogst.oai;

import be.vakoogst.extract.Statement;
import be.vakoogst.lom.LomReading;
import be.vakoogst.xml.XmlElement;
import java.util.List;
import java.util.Locale;

/** Which reading a record's metadata wants is told by its own root element: prefixes and schemas are often wrong. */
final class MetadataReading {

    private MetadataReading() {}

    static List<Statement> read(XmlElement metadata, String identifier) {
        String root = metadata.name().toLowerCase(Locale.ROOT);
        return root.contains("lom")
                ? new LomReading(identifier).read(metadata)
                : new DublinCoreReading(identifier).read(metadata);
    }
}
