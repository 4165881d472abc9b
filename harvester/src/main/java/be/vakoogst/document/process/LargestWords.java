package be.vakoogst.document.process;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** What stands in the largest letters on the first page of a PDF: its title, as a reader sees it. A PDF has no headings of its own. */
final class LargestWords extends PDFTextStripper {

    private static final int LONGEST = 200;
    private static final float SAME = 0.5f;

    private final StringBuilder words = new StringBuilder();
    private float largest;
    private float smallest = Float.MAX_VALUE;

    private LargestWords() {
        setStartPage(1);
        setEndPage(1);
    }

    /** Empty where all letters are of one size, or too many of the largest, or the page cannot be read. */
    static Optional<String> of(PDDocument document) {
        LargestWords page = new LargestWords();
        try {
            page.getText(document);
        } catch (IOException | RuntimeException _) {
            return Optional.empty();
        }
        String found = page.words.toString().strip().replaceAll("\\s+", " ");
        boolean stands = page.largest > page.smallest + SAME && found.length() <= LONGEST;
        return Optional.of(found).filter(text -> stands && text.codePoints().anyMatch(Character::isLetter));
    }

    @Override
    protected void writeString(String text, List<TextPosition> positions) {
        for (TextPosition position : positions) {
            if (!position.getUnicode().isBlank()) {
                take(position);
            } else if (!words.isEmpty() && Math.abs(position.getFontSizeInPt() - largest) <= SAME) {
                words.append(' ');
            }
        }
        space();
    }

    private void take(TextPosition position) {
        float size = position.getFontSizeInPt();
        smallest = Math.min(smallest, size);
        if (size > largest + SAME) {
            largest = size;
            words.setLength(0);
        }
        if (Math.abs(size - largest) <= SAME && words.length() <= LONGEST) {
            words.append(position.getUnicode());
        }
    }

    private void space() {
        if (!words.isEmpty() && words.charAt(words.length() - 1) != ' ') {
            words.append(' ');
        }
    }
}
