package be.vakoogst.life;

import be.vakoogst.fetch.Fetched;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;

/**
 * What a reader sees of an answer, as the set of its words.
 *
 * @param html whether it is a page at all
 */
record Visible(boolean html, Set<String> words) {

    private static final int MOST = 200_000;
    private static final double ALIKE = 0.9;

    /** How the pages of firewalls and of their challenges begin: Cloudflare, Imperva, Akamai, Sucuri, DDoS-Guard. */
    private static final Pattern FIREWALL = Pattern.compile(
            "just a moment|checking your browser|attention required.{0,20}cloudflare|cf-chl|cf-browser-verification|_incapsula_resource|incapsula incident|request unsuccessful|access denied.{0,80}reference|sucuri website firewall|ddos-guard|verify (?:that )?you are (?:a )?human|captcha-delivery|enable javascript and cookies to continue|bevestig dat je een mens bent",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    static Visible of(Fetched.Fresh fresh) {
        boolean html = fresh.mediaType().contains("html") || fresh.mediaType().isEmpty();
        return html ? new Visible(true, words(text(fresh))) : new Visible(false, Set.of());
    }

    private static String text(Fetched.Fresh fresh) {
        String page = new String(fresh.body().start(MOST), fresh.charset().orElse(StandardCharsets.UTF_8));
        return Jsoup.parse(page).text();
    }

    /** Numbers change from answer to answer: times, tokens, the address that was asked for. */
    private static Set<String> words(String text) {
        return Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^\\p{L}]+"))
                .filter(word -> word.length() > 1)
                .collect(Collectors.toSet());
    }

    static boolean isFirewall(Fetched.Fresh fresh) {
        return FIREWALL.matcher(new String(fresh.body().start(20_000), StandardCharsets.ISO_8859_1))
                .find();
    }

    boolean isLike(Visible other) {
        if (html != other.html || !html) {
            return false;
        }
        Set<String> both = new HashSet<>(words);
        both.retainAll(other.words);
        Set<String> any = new HashSet<>(words);
        any.addAll(other.words);
        return any.isEmpty() || (double) both.size() / any.size() >= ALIKE;
    }
}
