package be.vakoogst.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReferenceTest {

    private static final URI BASE = URI.create("https://vakblad.example/hout/zagen?nr=3");

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            schaven                         | https://vakblad.example/hout/schaven
            ../metaal/lassen                | https://vakblad.example/metaal/lassen
            ../../../../lassen              | https://vakblad.example/lassen
            /lassen                         | https://vakblad.example/lassen
            ?nr=4                           | https://vakblad.example/hout/zagen?nr=4
            //cdn.example/a.jpg             | https://cdn.example/a.jpg
            HTTPS://andere.example/a        | HTTPS://andere.example/a
            pen en gat.html                 | https://vakblad.example/hout/pen%20en%20gat.html
            één.html                        | https://vakblad.example/hout/%C3%A9%C3%A9n.html
            a!b[1].html?q={x}&y=<z>         | https://vakblad.example/hout/a!b%5B1%5D.html?q=%7Bx%7D&y=%3Cz%3E
            100%-hout.html?korting=50%      | https://vakblad.example/hout/100%25-hout.html?korting=50%25
            a%C3%A9b                        | https://vakblad.example/hout/a%C3%A9b
            \\pad\\naar                     | https://vakblad.example/pad/naar
            https://münchen.example/ä       | https://xn--mnchen-3ya.example/%C3%A4
            https://[2001:db8::1]/a[1]      | https://[2001:db8::1]/a%5B1%5D
            """)
    void anAddressIsReadAsBrowsersDo(String written, String meant) {
        assertThat(Reference.resolve(BASE, written.replace("\\\\", "\\"))).contains(URI.create(meant));
    }

    @ParameterizedTest
    @CsvSource({"feed,https://vakblad.example/feed", "?p=2,https://vakblad.example?p=2", "/,https://vakblad.example/"})
    void aSiteWithoutAPathIsABaseToo(String written, String meant) {
        assertThat(Reference.resolve(URI.create("https://vakblad.example"), written))
                .contains(URI.create(meant));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "javascript:alert(1)",
                "JaVa\nScript:alert(1)",
                "mailto:redactie@vakblad.example",
                "data:text/html,<script>",
                "file:///etc/passwd",
                "ftp://vakblad.example/a",
                "https://",
                "https:///pad",
                "http://a b/",
                "http://[::1",
                "tel:+32"
            })
    void whatIsNoAddressOnTheWebIsNone(String written) {
        assertThat(Reference.resolve(BASE, written)).isEmpty();
    }

    @Property(tries = 500)
    void anAddressHoldsNothingButAscii(@ForAll String written) {
        assertThat(Reference.resolve(BASE, written))
                .satisfies(found ->
                        found.ifPresent(url -> assertThat(url.toString()).matches("[!-~&&[^<>\"`{}|\\\\^]]+")));
    }
}
