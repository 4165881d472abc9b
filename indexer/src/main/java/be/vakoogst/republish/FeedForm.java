package be.vakoogst.republish;

import be.vakoogst.resource.Agent;
import be.vakoogst.resource.LearningResource;
import com.rometools.rome.feed.module.DCModuleImpl;
import com.rometools.rome.feed.synd.SyndCategory;
import com.rometools.rome.feed.synd.SyndCategoryImpl;
import com.rometools.rome.feed.synd.SyndContentImpl;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndEntryImpl;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.feed.synd.SyndFeedImpl;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.List;

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
        feed.setUri(about.self());
        resources.stream()
                .flatMap(resource -> resource.dates().firstSeen().stream())
                .max(Comparator.naturalOrder())
                .ifPresent(latest -> feed.setPublishedDate(Date.from(latest)));
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
        resource.creators().stream()
                .findFirst()
                .map(Agent::name)
                .map(XmlText::legal)
                .ifPresent(entry::setAuthor);
        resource.dates().datePublished().map(FeedForm::date).ifPresent(entry::setPublishedDate);
        resource.dates().dateModified().map(FeedForm::date).ifPresent(entry::setUpdatedDate);
        entry.setCategories(categories(resource));
        entry.setModules(new ArrayList<>(List.of(dublinCore(resource))));
        return entry;
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

    private static DCModuleImpl dublinCore(LearningResource resource) {
        DCModuleImpl module = new DCModuleImpl();
        module.setSource(XmlText.legal(resource.origin().source().name()));
        resource.languages().stream().findFirst().map(Object::toString).ifPresent(module::setLanguage);
        module.setRightsList(Rights.of(resource).stream().map(XmlText::legal).toList());
        resource.publisher().map(Agent::name).map(XmlText::legal).ifPresent(module::setPublisher);
        return module;
    }

    private static Date date(OffsetDateTime time) {
        return Date.from(time.toInstant());
    }
}
