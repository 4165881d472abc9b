package be.vakoogst.republish;

import static be.vakoogst.republish.OaiError.Code.BAD_ARGUMENT;
import static be.vakoogst.republish.OaiError.Code.BAD_RESUMPTION_TOKEN;
import static be.vakoogst.republish.OaiError.Code.NO_RECORDS_MATCH;

import be.vakoogst.catalogue.ChangeNumber;
import be.vakoogst.catalogue.Selection;
import be.vakoogst.resource.SourceId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which records a harvester wants, and from where on. It carries itself in its resumption token, so that a token never expires and needs no
 * memory here; as lists go by change number, one stays right while records change: what changed meanwhile comes once more, at the end.
 */
record OaiSelection(
        MetadataFormat format, Optional<String> from, Optional<String> until, Optional<String> set, long after) {

    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern SECOND = Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}Z");

    /** Between the parts of a token; none of them can have it. */
    private static final String BREAK = "\n";

    /** @throws OaiError for arguments or a token that cannot be */
    static OaiSelection of(OaiRequest request) {
        return request.token()
                .map(OaiSelection::parse)
                .orElseGet(() -> new OaiSelection(
                                MetadataFormat.of(
                                        request.argument("metadataPrefix").orElseThrow()),
                                request.argument("from"),
                                request.argument("until"),
                                request.argument("set"),
                                ChangeNumber.NONE.value())
                        .checked());
    }

    private OaiSelection checked() {
        from.ifPresent(text -> instant("from", text, false));
        until.ifPresent(text -> instant("until", text, true));
        if (from.isPresent() && until.isPresent()) {
            if (from.get().length() != until.get().length()) {
                throw new OaiError(BAD_ARGUMENT, "from and until must be of the same granularity");
            }
            if (from.get().compareTo(until.get()) > 0) {
                throw new OaiError(BAD_ARGUMENT, "from must not be later than until");
            }
        }
        selection();
        return this;
    }

    Selection selection() {
        return new Selection(
                from.map(text -> instant("from", text, false)),
                until.map(text -> instant("until", text, true)),
                part("source:").map(OaiSelection::source),
                part("trade:"));
    }

    private Optional<String> part(String kind) {
        if (set.filter(name -> !name.startsWith("source:") && !name.startsWith("trade:"))
                .isPresent()) {
            throw new OaiError(NO_RECORDS_MATCH, "There is no set '" + set.get() + "'");
        }
        return set.filter(name -> name.startsWith(kind)).map(name -> name.substring(kind.length()));
    }

    private static SourceId source(String id) {
        if (!SourceId.FORM.matcher(id).matches()) {
            throw new OaiError(NO_RECORDS_MATCH, "There is no set 'source:" + id + "'");
        }
        return new SourceId(id);
    }

    /** A day means its first second as a beginning, its last one as an end. */
    private static Instant instant(String name, String text, boolean end) {
        try {
            if (DAY.matcher(text).matches()) {
                LocalDate day = LocalDate.parse(text);
                return end
                        ? day.plusDays(1)
                                .atStartOfDay()
                                .toInstant(ZoneOffset.UTC)
                                .minusSeconds(1)
                        : day.atStartOfDay().toInstant(ZoneOffset.UTC);
            }
            if (SECOND.matcher(text).matches()) {
                return Instant.parse(text);
            }
        } catch (DateTimeParseException e) {
            throw new OaiError(BAD_ARGUMENT, name + " is no date there is");
        }
        throw new OaiError(BAD_ARGUMENT, name + " must be YYYY-MM-DD or YYYY-MM-DDThh:mm:ssZ");
    }

    /** The same, from behind a change on. */
    String tokenAfter(ChangeNumber number) {
        String text = String.join(
                BREAK,
                format.prefix(),
                from.orElse(""),
                until.orElse(""),
                set.orElse(""),
                Long.toString(number.value()));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static OaiSelection parse(String token) {
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8).split(BREAK, -1);
            return new OaiSelection(
                            MetadataFormat.of(parts[0]),
                            given(parts[1]),
                            given(parts[2]),
                            given(parts[3]),
                            Long.parseLong(parts[4]))
                    .checked();
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException | OaiError e) {
            throw new OaiError(BAD_RESUMPTION_TOKEN, "This repository never gave out such a token");
        }
    }

    private static Optional<String> given(String part) {
        return Optional.of(part).filter(text -> !text.isEmpty());
    }
}
