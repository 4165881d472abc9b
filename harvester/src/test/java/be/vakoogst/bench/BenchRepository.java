package be.vakoogst.bench;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.Map;

/** An OAI-PMH repository of as many Dublin Core records of about 1 kB as one likes, made while they are asked for; all of one day, long ago. */
final class BenchRepository {

    private static final int RECORDS_A_PART = 500;
    private static final String DAY = "2026-01-05T08:00:00Z";
    private static final String XML = "text/xml; charset=utf-8";
    private static final String START = """
            <?xml version="1.0" encoding="UTF-8"?>
            <OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/"><responseDate>2026-06-01T08:00:00Z</responseDate>
            """;
    private static final String END = "</OAI-PMH>";

    private final int records;

    private BenchRepository(int records) {
        this.records = records;
    }

    /** Serves until its process ends; prints its address as the first line. Argument: how many records. */
    static void main(String... arguments) throws IOException {
        BenchRepository repository = new BenchRepository(Integer.parseInt(arguments[0]));
        System.out.println(Answers.serve(Map.of("/oai", repository::answer)));
    }

    private void answer(HttpExchange exchange) throws IOException {
        Map<String, String> query = Answers.query(exchange);
        StringBuilder xml = new StringBuilder(600_000).append(START);
        switch (query.getOrDefault("verb", "")) {
            case "Identify" ->
                xml.append(
                                "<Identify><repositoryName>Bench</repositoryName><granularity>YYYY-MM-DDThh:mm:ssZ</granularity>")
                        .append(
                                "<earliestDatestamp>2026-01-01T00:00:00Z</earliestDatestamp><deletedRecord>persistent</deletedRecord></Identify>");
            case "ListMetadataFormats" ->
                xml.append(
                        "<ListMetadataFormats><metadataFormat><metadataPrefix>oai_dc</metadataPrefix></metadataFormat></ListMetadataFormats>");
            case "ListRecords" -> list(query, xml);
            default -> xml.append("<error code=\"badVerb\">only what the measurement needs</error>");
        }
        Answers.send(exchange, XML, xml.append(END).toString());
    }

    private void list(Map<String, String> query, StringBuilder xml) {
        if (query.getOrDefault("from", "").compareTo(DAY) > 0) {
            xml.append("<error code=\"noRecordsMatch\"/>");
            return;
        }
        int first = Integer.parseInt(query.getOrDefault("resumptionToken", "0"));
        int end = Math.min(records, first + RECORDS_A_PART);
        xml.append("<ListRecords>\n");
        for (int number = first; number < end; number++) {
            record(number, xml);
        }
        xml.append("<resumptionToken completeListSize=\"").append(records).append("\">");
        xml.append(end < records ? Integer.toString(end) : "").append("</resumptionToken></ListRecords>");
    }

    private static void record(int number, StringBuilder xml) {
        xml.append("<record><header><identifier>oai:bench:")
                .append(number)
                .append("</identifier><datestamp>")
                .append(DAY)
                .append(
                        "</datestamp><setSpec>bouw</setSpec></header><metadata>\n<oai_dc:dc xmlns:oai_dc=\"http://www.openarchives.org/OAI/2.0/oai_dc/\"")
                .append(" xmlns:dc=\"http://purl.org/dc/elements/1.1/\">\n<dc:title>")
                .append(Prose.title(number))
                .append(
                        "</dc:title>\n<dc:creator>An Peeters</dc:creator>\n<dc:subject>hout</dc:subject><dc:subject>zagen</dc:subject>\n<dc:description>");
        Prose.words(number, 40, xml);
        xml.append(
                        "</dc:description>\n<dc:date>2026-01-05</dc:date>\n<dc:type>oefening</dc:type>\n<dc:language>nl</dc:language>\n")
                .append(
                        "<dc:rights>https://creativecommons.org/licenses/by/4.0/</dc:rights>\n<dc:identifier>https://bench.example/les/")
                .append(number)
                .append("</dc:identifier>\n</oai_dc:dc></metadata></record>\n");
    }
}
