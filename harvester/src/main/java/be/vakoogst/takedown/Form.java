package be.vakoogst.takedown;

import be.vakoogst.problem.WrongParameter;
import be.vakoogst.takedown.Takedown.Notice;
import be.vakoogst.takedown.Takedown.Reason;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A request as it comes in.
 *
 * @param url of our page of it, or of the publisher's; or the id of a resource
 * @param goodFaith that what it says is right and complete (DSA art. 16(2)(d))
 */
record Form(
        Optional<String> url,
        Optional<String> reason,
        Optional<String> explanation,
        Optional<String> name,
        Optional<String> email,
        Optional<String> language,
        Optional<Boolean> goodFaith) {

    private static final Pattern EMAIL =
            Pattern.compile("[^@\\s<>\",;]{1,64}@[^@\\s<>\",;]{1,180}\\.[^@\\s<>\",;]{2,}");
    private static final List<String> LANGUAGES = List.of("nl", "fr", "en");
    private static final int LONGEST_LINE = 200;
    private static final int LONGEST_ADDRESS = 2000;
    private static final int LONGEST_TEXT = 4000;

    /** @throws WrongParameter naming the first field that is wrong */
    String checkedAddress() {
        return line("url", url, LONGEST_ADDRESS);
    }

    /** @throws WrongParameter naming the first field that is wrong */
    Notice checkedNotice() {
        Notice notice = new Notice(
                checkedReason(),
                text(),
                line("name", name, LONGEST_LINE),
                checkedEmail(),
                language.filter(LANGUAGES::contains).orElse("nl"));
        if (!goodFaith.orElse(false)) {
            throw new WrongParameter("goodFaith", "must be true: say that what you write is right");
        }
        return notice;
    }

    private Reason checkedReason() {
        return Arrays.stream(Reason.values())
                .filter(known -> reason.filter(known.code()::equals).isPresent())
                .findFirst()
                .orElseThrow(() -> new WrongParameter(
                        "reason",
                        "must be one of "
                                + Arrays.stream(Reason.values())
                                        .map(Reason::code)
                                        .collect(Collectors.joining(", "))));
    }

    private String text() {
        String text = explanation
                .map(given -> given.replaceAll("[\\p{Cntrl}&&[^\\n]]", "").strip())
                .orElse("");
        if (text.isEmpty() || text.length() > LONGEST_TEXT) {
            throw new WrongParameter("explanation", "must have 1 to " + LONGEST_TEXT + " characters");
        }
        return text;
    }

    private String checkedEmail() {
        String address = line("email", email, LONGEST_LINE);
        if (!EMAIL.matcher(address).matches()) {
            throw new WrongParameter("email", "is no e-mail address");
        }
        return address;
    }

    private static String line(String field, Optional<String> value, int longest) {
        String text =
                value.map(given -> given.replaceAll("\\p{Cntrl}", " ").strip()).orElse("");
        if (text.isEmpty() || text.length() > longest) {
            throw new WrongParameter(field, "must have 1 to " + longest + " characters");
        }
        return text;
    }
}
