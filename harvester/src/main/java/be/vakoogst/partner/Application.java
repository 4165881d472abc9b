package be.vakoogst.partner;

import be.vakoogst.problem.WrongParameter;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a publisher fills in, checked.
 *
 * @param preview the look it is based on
 * @param way which of the ways that the look found, counted from 0
 * @param every how often the source is to be harvested
 */
record Application(
        String preview,
        int way,
        String organisation,
        String contact,
        String email,
        String language,
        Optional<String> licence,
        List<String> audience,
        List<String> trades,
        Duration every) {

    private static final Pattern EMAIL = Pattern.compile("[^@\\s<>\"]{1,64}@[^@\\s<>\"]+\\.[^@\\s<>\"]{2,}");
    private static final Set<String> LANGUAGES = Set.of("nl", "fr", "en");
    private static final int LONGEST = 200;
    private static final Duration OFTENEST = Duration.ofHours(1);
    private static final Duration SELDOMEST = Duration.ofDays(31);

    /**
     * As it comes in.
     *
     * @param every hours
     * @param agreed to the permission as it was shown
     */
    record Form(
            Optional<String> preview,
            Optional<Integer> way,
            Optional<String> organisation,
            Optional<String> contact,
            Optional<String> email,
            Optional<String> language,
            Optional<String> licence,
            Optional<List<String>> audience,
            Optional<List<String>> trades,
            Optional<Integer> every,
            Optional<Boolean> agreed) {

        /** @throws WrongParameter naming the first field that is wrong */
        Application checked() {
            if (!agreed.orElse(false)) {
                throw new WrongParameter("agreed", "must be true: without permission nothing is harvested");
            }
            return new Application(
                    line("preview", preview),
                    way.orElse(0),
                    line("organisation", organisation),
                    line("contact", contact),
                    address(),
                    tag(),
                    licence.filter(text -> !text.isBlank()),
                    audience.orElse(List.of()),
                    trades.orElse(List.of()),
                    interval());
        }

        private static String line(String field, Optional<String> value) {
            String text = value.map(given -> given.replaceAll("\\p{Cntrl}", " ").strip())
                    .orElse("");
            if (text.isEmpty() || text.length() > LONGEST) {
                throw new WrongParameter(field, "must have 1 to " + LONGEST + " characters");
            }
            return text;
        }

        private String address() {
            String text = line("email", email);
            if (!EMAIL.matcher(text).matches()) {
                throw new WrongParameter("email", "is no e-mail address");
            }
            return text;
        }

        private String tag() {
            String tag = language.orElse("nl").toLowerCase(Locale.ROOT);
            if (!LANGUAGES.contains(tag)) {
                throw new WrongParameter("language", "is '" + tag + "' and must be nl, fr or en");
            }
            return tag;
        }

        private Duration interval() {
            Duration wish = Duration.ofHours(every.orElse(24));
            if (wish.compareTo(OFTENEST) < 0 || wish.compareTo(SELDOMEST) > 0) {
                throw new WrongParameter("every", "is a number of hours from 1 to " + SELDOMEST.toHours());
            }
            return wish;
        }
    }
}
