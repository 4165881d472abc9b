package be.vakoogst.partner;

import static be.vakoogst.application.TestApplication.administrator;
import static be.vakoogst.application.TestApplication.json;
import static be.vakoogst.application.TestApplication.post;
import static be.vakoogst.partner.Partners.begun;
import static be.vakoogst.partner.Partners.seen;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import be.vakoogst.application.TestApplication;
import be.vakoogst.publisher.Publisher;
import com.icegreen.greenmail.util.GreenMailUtil;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a partner finds in the mailbox. */
class MailTest {

    @Test
    void mailsComeInThePartnersLanguageWithALinkThatConfirmsAndTheReasonOfARefusal() throws Exception {
        try (Publisher site = new Publisher()) {
            site.serves("/feed", "application/rss+xml", """
                    <rss version="2.0"><channel><title>Club</title><item><title>Souder</title><guid>a</guid></item></channel></rss>""");
            String preview =
                    seen(begun(site.url("/feed").toString())).path("id").asString();
            String id = json(Partners.anybody("/api/partner/registrations", """
                            {"preview": "%s", "organisation": "Club soudure", "contact": "Zoé", "email": "zoe@soudure.example",
                             "language": "fr", "agreed": true}""".formatted(preview)))
                    .path("id")
                    .asString();

            post("/api/registrations/" + id + "/refuse", "{\"comment\": \"hors sujet\"}", administrator());

            await().until(() -> received().size() == 2);
            MimeMessage confirm = received().getFirst();
            assertThat(confirm.getSubject()).contains("confirmez");
            assertThat(text(confirm)).contains("Zoé", Partners.confirmation(id));
            assertThat(text(received().getLast())).contains("hors sujet", "n’a pas été");
        }
    }

    private static List<MimeMessage> received() {
        return Arrays.stream(TestApplication.post().getReceivedMessages())
                .filter(MailTest::isToZoe)
                .toList();
    }

    private static boolean isToZoe(MimeMessage message) {
        return GreenMailUtil.getAddressList(recipients(message)).contains("zoe@soudure.example");
    }

    private static jakarta.mail.Address[] recipients(MimeMessage message) {
        try {
            return message.getAllRecipients();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(MimeMessage message) throws IOException, MessagingException {
        return message.getContent().toString();
    }
}
