package be.vakoogst.paging;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * A part of a list that is counted from its beginning.
 *
 * @param next the cursor of what follows; empty at the end
 */
public record Page<T>(List<T> items, Optional<String> next) {

    /**
     * @param list gives so many entries from a place on
     * @throws be.vakoogst.problem.WrongParameter naming {@code cursor} or {@code size}
     */
    public static <T> Page<T> of(Optional<String> cursor, int size, BiFunction<Long, Integer, List<T>> list) {
        long from = Math.max(0, Cursor.parse(cursor, 0).value());
        List<T> items = list.apply(from, Cursor.checkedSize(size));
        return new Page<>(
                items, items.size() < size ? Optional.empty() : Optional.of(new Cursor(from + items.size()).text()));
    }
}
