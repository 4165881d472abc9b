package be.vakoogst.webhook;

import be.vakoogst.problem.WrongParameter;
import be.vakoogst.resource.SourceId;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.function.Predicate;

/** A hook that somebody wants, checked. */
record Wanted(URI url, Optional<SourceId> source, Optional<String> trade) {

    private static final int LONGEST = 2000;

    /** As it comes in. */
    record Form(Optional<String> url, Optional<String> source, Optional<String> trade) {

        /**
         * @param trades those there are
         * @throws WrongParameter naming the first field that is wrong
         */
        Wanted checked(Predicate<String> trades) {
            return new Wanted(
                    address(),
                    source.map(Form::id),
                    trade.filter(id -> !id.isEmpty()).map(id -> text(id, trades)));
        }

        private URI address() {
            String text = url.orElseThrow(() -> new WrongParameter("url", "is missing"));
            try {
                URI address = new URI(text);
                boolean web =
                        "https".equalsIgnoreCase(address.getScheme()) || "http".equalsIgnoreCase(address.getScheme());
                if (web && address.getHost() != null && address.getUserInfo() == null && text.length() <= LONGEST) {
                    return address;
                }
                throw new WrongParameter("url", "must be an http or https address with a host, and without a user");
            } catch (URISyntaxException e) {
                throw new WrongParameter("url", "is no address");
            }
        }

        private static SourceId id(String text) {
            if (!SourceId.FORM.matcher(text).matches()) {
                throw new WrongParameter("source", "is no id of a source");
            }
            return new SourceId(text);
        }

        private static String text(String trade, Predicate<String> trades) {
            if (!trades.test(trade)) {
                throw new WrongParameter("trade", "is no id of a trade");
            }
            return trade;
        }
    }
}
