package be.vakoogst.rest;

import be.vakoogst.extract.Field;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How an item of a list is to be read, as its names tell.
 *
 * @param page whether the link leads to what people read
 * @param fields by field code
 */
record ProposedItem(String key, String link, boolean page, Optional<String> deleted, Map<String, String> fields) {

    private static final List<String> KEY =
            List.of("id", "uuid", "guid", "identifier", "nid", "uid", "key", "slug", "code", "url", "link");
    private static final List<String> LINK = List.of(
            "url",
            "link",
            "permalink",
            "htmlurl",
            "weburl",
            "webpage",
            "publicurl",
            "canonicalurl",
            "landingpage",
            "pageurl",
            "websiteurl",
            "sourceurl",
            "href",
            "uri",
            "adres",
            "lien",
            "website",
            "links",
            "guid",
            "id",
            "identifier",
            "mainentityofpage",
            "contenturl",
            "fileurl",
            "downloadurl",
            "download",
            "file",
            "bestand",
            "videourl",
            "embedurl");
    private static final List<String> DELETED = List.of("deleted", "isdeleted", "verwijderd");

    /** How fields are called, the likeliest first. */
    private static final Map<Field, List<String>> NAMES = names();

    /** What has a name and an address, and is no item. */
    private static final Set<String> BESIDE = Set.of(
            "author",
            "creator",
            "publisher",
            "uitgever",
            "user",
            "owner",
            "organisation",
            "organization",
            "provider",
            "image",
            "thumbnail",
            "license",
            "licence",
            "category",
            "links",
            "meta");

    private static Map<Field, List<String>> names() {
        Map<Field, List<String>> names = new LinkedHashMap<>();
        names.put(
                Field.TITLE,
                List.of("title", "titel", "titre", "name", "naam", "nom", "headline", "label", "preflabel"));
        names.put(
                Field.DESCRIPTION,
                List.of(
                        "description",
                        "beschrijving",
                        "omschrijving",
                        "summary",
                        "samenvatting",
                        "abstract",
                        "excerpt",
                        "intro",
                        "teaser",
                        "resume",
                        "shortdescription"));
        names.put(Field.TEXT, List.of("contenthtml", "contenttext", "content", "articlebody", "body", "text", "tekst"));
        names.put(Field.LANGUAGE, List.of("inlanguage", "language", "lang", "taal", "langue", "locale"));
        names.put(Field.CREATOR, List.of("creator", "creators", "author", "authors", "auteur", "auteurs"));
        names.put(Field.PUBLISHER, List.of("publisher", "uitgever", "editeur"));
        names.put(
                Field.PUBLISHED,
                List.of(
                        "datepublished",
                        "published",
                        "publishedat",
                        "publicationdate",
                        "publicatiedatum",
                        "pubdate",
                        "date",
                        "datum",
                        "created",
                        "createdat",
                        "datecreated"));
        names.put(
                Field.MODIFIED,
                List.of(
                        "datemodified",
                        "modified",
                        "modifiedat",
                        "updated",
                        "updatedat",
                        "lastmodified",
                        "changed",
                        "gewijzigd"));
        names.put(Field.TYPE, List.of("learningresourcetype", "resourcetype"));
        names.put(Field.AUDIENCE, List.of("audience", "doelgroep", "targetgroup"));
        names.put(Field.LEVEL, List.of("educationallevel", "level", "niveau"));
        names.put(Field.LICENCE, List.of("license", "licence", "licentie", "licenseurl", "licenceurl"));
        names.put(
                Field.IMAGE,
                List.of("image", "imageurl", "thumbnail", "thumbnailurl", "afbeelding", "picture", "cover", "poster"));
        names.put(Field.DURATION, List.of("duration", "duur", "duree", "timerequired"));
        names.put(Field.KEYWORD, List.of("keywords", "tags", "trefwoorden", "keyword", "motscles"));
        names.put(
                Field.CATEGORY,
                List.of("about", "category", "categories", "categorie", "subject", "subjects", "vak", "vakken"));
        return names;
    }

    /** Empty where most members do not say where they can be read. */
    static Optional<ProposedItem> of(Members members) {
        Members all = members.objects()
                .filter(pointer -> !BESIDE.contains(Members.form(pointer)))
                .map(members::andWithin)
                .filter(within -> !isWhole(members) && isWhole(within))
                .max(Comparator.comparingInt(within -> fields(within).size()))
                .orElse(members);
        return link(all).map(link -> read(all, link));
    }

    private static boolean isWhole(Members members) {
        return link(members).isPresent() && fields(members).containsKey(Field.TITLE.code());
    }

    private static ProposedItem read(Members members, String link) {
        String key = members.texts(KEY).filter(members::isName).findFirst().orElse(link);
        boolean people = members.first(link)
                .filter(text -> Addresses.isForPeople(members.base(), text))
                .isPresent();
        return new ProposedItem(key, link, people, members.texts(DELETED).findFirst(), fields(members));
    }

    /** One for people before one for programs. A list may consist of nothing but addresses. */
    private static Optional<String> link(Members members) {
        if (members.sample().stream()
                .allMatch(member -> member.isString() && Addresses.isOne(members.base(), member.asString()))) {
            return Optional.of("");
        }
        List<String> places = members.addresses(LINK).filter(members::isVaried).toList();
        return places.stream()
                .filter(place -> members.first(place)
                        .filter(text -> Addresses.isForPeople(members.base(), text))
                        .isPresent())
                .findFirst()
                .or(() -> places.stream().findFirst());
    }

    private static Map<String, String> fields(Members members) {
        Map<String, String> fields = new LinkedHashMap<>();
        NAMES.forEach((field, names) -> (field == Field.IMAGE ? members.addresses(names) : members.texts(names))
                .findFirst()
                .ifPresent(place -> fields.put(field.code(), place)));
        return fields;
    }

    boolean hasTitle() {
        return fields.containsKey(Field.TITLE.code());
    }
}
