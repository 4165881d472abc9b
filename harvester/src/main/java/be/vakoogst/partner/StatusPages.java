package be.vakoogst.partner;

import be.vakoogst.mail.Outbox;
import be.vakoogst.problem.Page;
import be.vakoogst.problem.Refusal;
import be.vakoogst.resource.SourceId;
import be.vakoogst.run.Run;
import be.vakoogst.standing.Standing;
import be.vakoogst.standing.Standings;
import com.rometools.rome.feed.synd.SyndContentImpl;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndEntryImpl;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.feed.synd.SyndFeedImpl;
import com.rometools.rome.feed.synd.SyndPerson;
import com.rometools.rome.feed.synd.SyndPersonImpl;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedOutput;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** {@code /partner/status/SOURCE}: how the harvest of a publisher goes, for anybody to see and to follow as a feed. */
@Page
class StatusPages {

    private final RegistrationTable registrations;
    private final Standings standings;
    private final Outbox outbox;
    private final MessageSource messages;

    StatusPages(RegistrationTable registrations, Standings standings, Outbox outbox, MessageSource messages) {
        this.registrations = registrations;
        this.standings = standings;
        this.outbox = outbox;
        this.messages = messages;
    }

    @GetMapping("/partner/status/{source}")
    String page(@PathVariable String source, Model model) {
        Registration registration = find(source);
        model.addAttribute("organisation", registration.organisation());
        model.addAttribute("state", registration.state());
        model.addAttribute("source", registration.source());
        model.addAttribute("standing", standings.of(registration.sources()));
        return "partner/status";
    }

    @GetMapping("/partner/status/{source}/feed")
    ResponseEntity<String> feed(@PathVariable String source, Locale locale) throws FeedException {
        Registration registration = find(source);
        String page = outbox.link("/partner/status/" + registration.source());
        SyndFeed feed = new SyndFeedImpl();
        feed.setFeedType("atom_1.0");
        feed.setTitle(messages.getMessage("partner.status.of", new Object[] {registration.organisation()}, locale));
        feed.setAuthors(List.of(author(registration)));
        feed.setLink(page);
        feed.setUri(page + "/feed");
        List<Run> runs = ended(standings.of(registration.sources()));
        runs.stream().findFirst().flatMap(Run::endedAt).map(Date::from).ifPresent(feed::setPublishedDate);
        feed.setEntries(runs.stream().map(run -> entry(run, page, locale)).toList());
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("application/atom+xml;charset=utf-8"))
                .body(new SyndFeedOutput().outputString(feed));
    }

    private static SyndPerson author(Registration registration) {
        SyndPerson author = new SyndPersonImpl();
        author.setName(registration.organisation());
        return author;
    }

    private static List<Run> ended(Standing standing) {
        return standing.runs().stream().filter(run -> run.endedAt().isPresent()).toList();
    }

    private SyndEntry entry(Run run, String page, Locale locale) {
        SyndEntry entry = new SyndEntryImpl();
        entry.setUri(page + "#run-" + run.id().value());
        entry.setLink(page + "#run-" + run.id().value());
        entry.setTitle(messages.getMessage("operate.state." + run.state().code(), null, locale));
        entry.setUpdatedDate(Date.from(run.endedAt().orElseThrow()));
        SyndContentImpl content = new SyndContentImpl();
        content.setType("text/plain");
        content.setValue(messages.getMessage(
                "partner.run",
                new Object[] {
                    run.counts().added(),
                    run.counts().changed(),
                    run.counts().unchanged(),
                    run.counts().gone(),
                    run.counts().failed()
                },
                locale));
        entry.setDescription(content);
        return entry;
    }

    private Registration find(String source) {
        return Optional.of(source)
                .filter(text -> SourceId.FORM.matcher(text).matches())
                .map(SourceId::new)
                .flatMap(registrations::ofSource)
                .orElseThrow(() -> Refusal.notThere("No publisher of that name is harvested"));
    }
}
