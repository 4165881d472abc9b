package be.vakoogst.republish;

import be.vakoogst.resource.Agent;
import be.vakoogst.resource.LearningResource;
import com.rometools.rome.feed.module.DCModule;
import com.rometools.rome.feed.synd.SyndCategory;
import com.rometools.rome.feed.synd.SyndCategoryImpl;
import com.rometools.rome.feed.synd.SyndContentImpl;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndEntryImpl;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.feed.synd.SyndFeedImpl;
import com.rometools.rome.feed.synd.SyndLink;
import com.rometools.rome.feed.synd.SyndLinkImpl;
import com.rometools.rome.feed.synd.SyndPerson;
import com.rometools.rome.feed.synd.SyndPersonImpl;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** RSS 2.0 and Atom (RFC 4287), with Dublin Core for what neither has: licence and source go along. */
final class FeedForm {

    private FeedForm() {}

    /** @param form as Rome calls it, {@code rss_2.0} or {@code atom_1.0} */
    static SyndFeed of(Feed about, List<LearningResource> resources, String form) {
        SyndFeed feed = new SyndFeedImpl();
        feed.setFeedType(form);
        feed.setTitle(about.title());
        feed.setDescription(about.title());
        feed.setLink(about.page());
        feed.setLinks(List.of(self(about)));
        feed.setUri(about.self());
        feed.setAuthors(List.of(person(about.name())));
        // Atom demands a date also of a feed of nothing.
        feed.setPublishedDate(Date.from(resources.stream()
                .flatMap(resource -> resource.dates().firstSeen().stream())
                .max(Comparator.naturalOrder())
                .orElse(Instant.EPOCH)));
        feed.setEntries(
                resources.stream().map(resource -> entry(resource, about)).toList());
        return feed;
    }

    private static SyndEntry entry(LearningResource resource, Feed about) {
        SyndEntry entry = new SyndEntryImpl();
        entry.setUri(about.base() + "/resources/" + resource.id());
        entry.setLink(resource.url().toString());
        entry.setTitle(XmlText.legal(resource.title()));
        resource.description().ifPresent(text -> entry.setDescription(plain(text)));
        entry.setAuthors(authors(resource).map(FeedForm::person).toList());
        resource.dates().datePublished().map(FeedForm::date).ifPresent(entry::setPublishedDate);
        changed(resource).ifPresent(entry::setUpdatedDate);
        entry.setCategories(categories(resource));
        addTo((DCModule) entry.getModule(DCModule.URI), resource);
        return entry;
    }

    /** Who made it, else who brings it: each entry of Atom has an author. */
    private static Stream<String> authors(LearningResource resource) {
        return resource.creators().isEmpty()
                ? Stream.of(resource.publisher()
                        .map(Agent::name)
                        .orElse(resource.origin().source().name()))
                : resource.creators().stream().map(Agent::name);
    }

    private static SyndPerson person(String name) {
        SyndPersonImpl person = new SyndPersonImpl();
        person.setName(XmlText.legal(name));
        return person;
    }

    private static SyndLink self(Feed about) {
        SyndLinkImpl link = new SyndLinkImpl();
        link.setRel("self");
        link.setHref(about.self());
        return link;
    }

    /** What each entry of Atom has: when it was last changed, else when it appeared, else when it was found. */
    private static Optional<Date> changed(LearningResource resource) {
        LearningResource.Dates dates = resource.dates();
        return dates.dateModified()
                .or(dates::datePublished)
                .map(FeedForm::date)
                .or(() -> dates.firstSeen().map(Date::from));
    }

    private static SyndContentImpl plain(String text) {
        SyndContentImpl content = new SyndContentImpl();
        content.setType("text/plain");
        content.setValue(XmlText.legal(text));
        return content;
    }

    private static List<SyndCategory> categories(LearningResource resource) {
        List<SyndCategory> categories = new ArrayList<>();
        resource.subject().trades().forEach(trade -> {
            SyndCategory category = new SyndCategoryImpl();
            category.setName(trade.id());
            categories.add(category);
        });
        return categories;
    }

    /** To the module that Rome keeps the date and the categories of an entry in. */
    private static void addTo(DCModule module, LearningResource resource) {
        module.setCreators(resource.creators().stream()
                .map(Agent::name)
                .map(XmlText::legal)
                .toList());
        module.setSource(XmlText.legal(resource.origin().source().name()));
        resource.languages().stream().findFirst().map(Object::toString).ifPresent(module::setLanguage);
        module.setRightsList(Rights.of(resource).stream().map(XmlText::legal).toList());
        resource.publisher().map(Agent::name).map(XmlText::legal).ifPresent(module::setPublisher);
    }

    private static Date date(OffsetDateTime time) {
        return Date.from(time.toInstant());
    }
}
