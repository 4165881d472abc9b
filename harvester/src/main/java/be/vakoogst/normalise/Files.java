package be.vakoogst.normalise;

import be.vakoogst.extract.Value;
import be.vakoogst.resource.Image;
import be.vakoogst.resource.Media;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Pictures, files, players and parts. */
final class Files {

    /** RFC 6838 section 4.2, without parameters. */
    private static final Pattern MEDIA_TYPE =
            Pattern.compile("[a-z0-9][a-z0-9!#$&^_.+-]{0,126}/[a-z0-9][a-z0-9!#$&^_.+-]{0,126}");

    private Files() {}

    /** Tracking pixels are no pictures. */
    static Optional<Image> image(Value value) {
        return value instanceof Value.Picture picture
                        && picture.width().orElse(100) > 2
                        && picture.height().orElse(100) > 2
                ? Optional.of(new Image(
                        picture.url(),
                        picture.width(),
                        picture.height(),
                        picture.description().map(PlainText::readable).filter(text -> !text.isBlank())))
                : Optional.empty();
    }

    static Optional<Media> content(Value value) {
        return value instanceof Value.File file
                ? Optional.of(new Media(
                        file.url(),
                        Optional.empty(),
                        file.mediaType().flatMap(Files::mediaType),
                        file.duration().flatMap(Durations::parse),
                        file.bytes(),
                        file.role()))
                : Optional.empty();
    }

    static Optional<Media> part(Value value) {
        return value instanceof Value.Part part
                ? Optional.of(new Media(
                        part.url(),
                        PlainText.line(value),
                        part.mediaType().flatMap(Files::mediaType),
                        Optional.empty(),
                        part.bytes(),
                        Media.Role.PART))
                : Optional.empty();
    }

    private static Optional<String> mediaType(String stated) {
        return Optional.of(stated.split(";", 2)[0].strip().toLowerCase(Locale.ROOT))
                .filter(type -> MEDIA_TYPE.matcher(type).matches());
    }
}
