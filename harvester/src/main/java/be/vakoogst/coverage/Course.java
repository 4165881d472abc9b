package be.vakoogst.coverage;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How a count went over time, as a line. What templates call is public.
 *
 * @param line points of an SVG polyline in a field of 600 by 120
 */
public record Course(String line, LocalDate from, LocalDate to, long first, long last, long most) {

    private static final int WIDTH = 600;
    private static final int HEIGHT = 120;

    /** On one day. */
    public record Point(LocalDate day, long count) {}

    /** Empty where there are fewer than two days to compare. */
    public static Optional<Course> of(List<Point> points) {
        if (points.size() < 2) {
            return Optional.empty();
        }
        Point first = points.getFirst();
        Point last = points.getLast();
        long days = ChronoUnit.DAYS.between(first.day(), last.day());
        long most = Math.max(1, points.stream().mapToLong(Point::count).max().orElse(1));
        String line = points.stream()
                .map(point -> WIDTH * ChronoUnit.DAYS.between(first.day(), point.day()) / days + ","
                        + (HEIGHT - HEIGHT * point.count() / most))
                .collect(Collectors.joining(" "));
        return Optional.of(new Course(line, first.day(), last.day(), first.count(), last.count(), most));
    }
}
