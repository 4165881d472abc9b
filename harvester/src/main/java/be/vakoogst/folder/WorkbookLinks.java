package be.vakoogst.folder;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackageRelationship;
import org.apache.poi.xssf.usermodel.XSSFRelation;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Hears where the words of a sheet's cells lead (ECMA-376 part 1, section 18.3.1.47). They stand behind the rows, which need them, so that a
 * sheet that has any is heard twice.
 */
final class WorkbookLinks extends DefaultHandler {

    private static final Pattern WEB = Pattern.compile("(?i)https?://\\S+");

    /** A link may be a formula as well, which names its address first. */
    private static final Pattern FORMULA = Pattern.compile("(?i)\\s*HYPERLINK\\(\\s*\"(https?://[^\"\\s]+)\".*");

    private static final String RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private final Map<String, String> addresses;
    private final Map<String, String> byCell = new HashMap<>();

    private WorkbookLinks(Map<String, String> addresses) {
        this.addresses = addresses;
    }

    static WorkbookLinks of(PackagePart sheet) throws InvalidFormatException {
        Map<String, String> addresses = new HashMap<>();
        for (PackageRelationship link : sheet.getRelationshipsByType(XSSFRelation.SHEET_HYPERLINKS.getRelation())) {
            addresses.put(link.getId(), link.getTargetURI().toString());
        }
        return new WorkbookLinks(addresses);
    }

    /** Those that lead into the workbook itself, or to a mailbox, are none. */
    boolean isEmpty() {
        return addresses.values().stream().noneMatch(WorkbookLinks::isAddress);
    }

    @Override
    public void startElement(String uri, String name, String qualified, Attributes attributes) {
        if (name.equals("hyperlink")) {
            Optional.ofNullable(attributes.getValue(RELATIONSHIPS, "id"))
                    .map(addresses::get)
                    .filter(WorkbookLinks::isAddress)
                    .ifPresent(address -> byCell.put(firstOf(attributes), address));
        }
    }

    /** Of several cells together the first has the words. */
    private static String firstOf(Attributes attributes) {
        return Optional.ofNullable(attributes.getValue("ref")).orElse("").replaceFirst(":.*", "");
    }

    static boolean isAddress(String text) {
        return WEB.matcher(text.strip()).matches();
    }

    /** @param cell such as {@code B7} */
    Optional<String> at(String cell) {
        return Optional.ofNullable(byCell.get(cell));
    }

    static Optional<String> inFormula(String formula) {
        return Optional.of(FORMULA.matcher(formula)).filter(Matcher::matches).map(link -> link.group(1));
    }
}
