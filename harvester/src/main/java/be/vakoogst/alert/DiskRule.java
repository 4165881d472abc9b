package be.vakoogst.alert;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import org.springframework.util.unit.DataSize;

/** Looks whether this node's disk has room. */
record DiskRule(DataPlace place, AlertSettings settings) implements Rule {

    @Override
    public boolean judges(AlertKind kind, String subject) {
        return kind == AlertKind.DISK && subject.equals(place.node());
    }

    @Override
    public List<Condition> conditions() {
        return Optional.of(free()).filter(free -> free.compareTo(settings.diskFree()) < 0).stream()
                .map(free -> new Condition(
                        AlertKind.DISK,
                        place.node(),
                        List.of(
                                String.valueOf(free.toMegabytes()),
                                String.valueOf(settings.diskFree().toMegabytes())),
                        "/operate/alerts"))
                .toList();
    }

    private DataSize free() {
        try {
            return DataSize.ofBytes(
                    Files.getFileStore(place.data().toAbsolutePath()).getUsableSpace());
        } catch (IOException e) {
            throw new UncheckedIOException("The disk of " + place.data() + " does not say how full it is", e);
        }
    }
}
