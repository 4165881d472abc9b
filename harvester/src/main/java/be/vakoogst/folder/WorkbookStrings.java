package be.vakoogst.folder;

import java.util.ArrayList;
import java.util.List;
import org.xml.sax.Attributes;

/**
 * Hears the strings that a workbook keeps once for all cells (ECMA-376 part 1, section 18.4.9). The library's own table makes a tree of each
 * string that is asked for, and writes all of them into the message when one is missing.
 */
final class WorkbookStrings extends WorkbookText {

    private final List<String> strings = new ArrayList<>();

    List<String> strings() {
        return strings;
    }

    @Override
    void begins(String name, Attributes attributes) {
        if (name.equals("si")) {
            taken();
        }
    }

    @Override
    void ends(String name) {
        if (name.equals("si")) {
            strings.add(taken());
        }
    }
}
