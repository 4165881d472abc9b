package be.vakoogst.operate.console;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The pages of the console, as its menu shows them; templates call it {@code @navigation}. */
@Component
class Navigation {

    private static final List<Group> FOR_ALL = List.of(
            new Group(
                    "harvest",
                    List.of(
                            new Entry("/operate", "operate.overview"),
                            new Entry("/operate/runs", "operate.runs"),
                            new Entry("/operate/alerts", "alert.title"),
                            new Entry("/operate/sources", "operate.source.new"),
                            new Entry("/operate/registrations", "operate.registrations"))),
            new Group(
                    "content",
                    List.of(
                            new Entry("/operate/coverage", "coverage.title"),
                            new Entry("/operate/quality", "quality.title"),
                            new Entry("/operate/corrections", "operate.corrections"),
                            new Entry("/operate/removals", "operate.removals"),
                            new Entry("/operate/takedowns", "takedown.list"),
                            new Entry("/", "operate.search-page"))));

    private static final Group FOR_USERS = new Group("people", List.of(new Entry("/operate/me", "access.me")));

    private static final Group FOR_ADMINISTRATORS = new Group(
            "people",
            List.of(
                    new Entry("/operate/me", "access.me"),
                    new Entry("/operate/accounts", "access.accounts"),
                    new Entry("/operate/audit", "access.audit")));

    /** @param name of the message {@code operate.nav.NAME} */
    record Group(String name, List<Entry> pages) {}

    /** @param title the key of its message */
    record Entry(String path, String title) {

        public boolean isAt(@Nullable String here) {
            return path.equals(here);
        }
    }

    public List<Group> groups(@Nullable Visitor user) {
        Group people = user != null && user.administers() ? FOR_ADMINISTRATORS : FOR_USERS;
        return List.of(FOR_ALL.get(0), FOR_ALL.get(1), people);
    }
}
