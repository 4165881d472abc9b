package be.vakoogst.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.vakoogst.catalogue.Catalogue;
import be.vakoogst.catalogue.CatalogueRecord;
import be.vakoogst.catalogue.ChangeNumber;
import be.vakoogst.catalogue.Submission;
import be.vakoogst.node.TestEngine;
import be.vakoogst.postgres.TestDatabase;
import be.vakoogst.resource.Resources;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;

class FollowingTest {

    private static final int PORTION = 3;

    private final IndexRoom room = new IndexRoom(IndexRoom.engineAt(TestEngine.url(), "followingtest"));

    @BeforeEach
    @AfterEach
    void empty() {
        TestDatabase.clear();
    }

    @Test
    void everyChangeUpToTheGoalComesOnceAndInOrder() {
        accept(7);
        ChangeNumber goal = room.catalogue.latest();

        List<ChangeNumber> read = new ArrayList<>();
        try (Following following = new Following(room.catalogue, ChangeNumber.NONE, goal, PORTION)) {
            for (List<CatalogueRecord> some = following.next(); !some.isEmpty(); some = following.next()) {
                assertThat(some).hasSizeLessThanOrEqualTo(PORTION);
                some.forEach(change -> read.add(change.number()));
            }
            assertThat(following.next()).isEmpty();
        }

        assertThat(read).hasSize(7).doesNotHaveDuplicates().isSorted().endsWith(goal);
    }

    @Test
    void thereIsNothingToReadBehindTheGoal() {
        accept(2);

        try (Following following =
                new Following(room.catalogue, room.catalogue.latest(), room.catalogue.latest(), PORTION)) {
            assertThat(following.next()).isEmpty();
        }
    }

    @Test
    void whatReadingFailsWithIsThrownAsItIs() {
        Catalogue away = new Catalogue(room.jdbc, InstantSource.system()) {
            @Override
            public List<CatalogueRecord> contentAfter(ChangeNumber number, int limit) {
                throw new DataAccessResourceFailureException("away");
            }
        };

        try (Following following = new Following(away, ChangeNumber.NONE, new ChangeNumber(1), PORTION)) {
            assertThatThrownBy(following::next).isInstanceOf(DataAccessResourceFailureException.class);
        }
    }

    private void accept(int many) {
        room.transaction.executeWithoutResult(status -> room.catalogue.accept(IntStream.range(0, many)
                .mapToObj(number -> new Submission(Resources.titled("Les " + number), List.of()))
                .toList()));
    }
}
