package be.vakoogst.folder;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.poi.ss.usermodel.BuiltinFormats;
import org.apache.poi.ss.usermodel.DateUtil;
import org.xml.sax.Attributes;

/** Hears which of the styles of a workbook show a number as a date (ECMA-376 part 1, sections 18.8.10 and 18.8.30). */
final class WorkbookStyles extends WorkbookText {

    private final Map<Integer, String> formats = new HashMap<>();
    private final List<Boolean> dates = new ArrayList<>();
    private boolean ofCells;

    boolean isDate(int style) {
        return style >= 0 && style < dates.size() && dates.get(style);
    }

    @Override
    void begins(String name, Attributes attributes) {
        switch (name) {
            case "numFmt" -> formats.put(format(attributes), attributes.getValue("formatCode"));
            case "cellXfs" -> ofCells = true;
            case "xf" -> style(format(attributes));
            default -> {}
        }
    }

    private static int format(Attributes attributes) {
        return Optional.ofNullable(attributes.getValue("numFmtId"))
                .map(Integer::parseInt)
                .orElse(0);
    }

    private void style(int format) {
        if (ofCells) {
            String shown = formats.getOrDefault(format, BuiltinFormats.getBuiltinFormat(format));
            dates.add(shown != null && DateUtil.isADateFormat(format, shown));
        }
    }

    @Override
    void ends(String name) {
        if (name.equals("cellXfs")) {
            ofCells = false;
        }
    }
}
