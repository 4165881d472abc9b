package be.vakoogst.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.unit.DataSize;

class DataFolderTest {

    private static final DataSize ANY_DISK = DataSize.ofMegabytes(1);

    @TempDir
    private Path temporary;

    @Test
    void folderIsMadeWithItsParents() {
        try (DataFolder folder = DataFolder.open(temporary.resolve("a/b"), ANY_DISK)) {
            assertThat(folder.path()).isDirectory().isAbsolute();
        }
    }

    @Test
    void secondOpeningInTheSameProcessIsRefusedAndLeavesTheFirstLocked() {
        try (DataFolder first = DataFolder.open(temporary, ANY_DISK)) {
            first.announce(8081);

            for (int attempt = 0; attempt < 2; attempt++) {
                assertThatThrownBy(() -> DataFolder.open(temporary, ANY_DISK))
                        .isInstanceOf(EmbeddedException.InUse.class)
                        .hasMessageContaining(
                                "process " + ProcessHandle.current().pid() + ", port 8081")
                        .hasMessageContaining("VAKOOGST_DATA")
                        .satisfies(DataFolderTest::isOneLine);
            }
        }
    }

    @Test
    void closedFolderCanBeOpenedAgainAndNobodyIsSaidToRun() {
        DataFolder.open(temporary, ANY_DISK).close();

        assertThat(DataFolder.runningInstance(temporary)).isEmpty();
        DataFolder.open(temporary, ANY_DISK).close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pid=1\nport=8080\nstarted=1\n",
                "pid=999999999\nport=8080\nstarted=1\n",
                "pid=\n",
                "",
                "\\u12",
                "pid=x\nport=y\nstarted=z\n",
                "pid=1\nport=99999999999999999\nstarted=1\n"
            })
    void staleOrBrokenNoteOfAnOwnerIsTakenOver(String note) throws Exception {
        Files.writeString(temporary.resolve("instance"), note);

        assertThat(DataFolder.runningInstance(temporary)).isEmpty();
        DataFolder.open(temporary, ANY_DISK).close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2", "17", "99999999", "two"})
    void folderOfANewerVersionIsRefusedAndLeftAsItIs(String layout) throws Exception {
        Files.writeString(temporary.resolve("version"), layout);

        assertThatThrownBy(() -> DataFolder.open(temporary, ANY_DISK))
                .isInstanceOf(EmbeddedException.TooNew.class)
                .hasMessageContaining("layout " + layout)
                .satisfies(DataFolderTest::isOneLine);
        assertThat(temporary.resolve("version")).hasContent(layout);
        assertThat(DataFolder.runningInstance(temporary)).isEmpty();
    }

    @Test
    void tooLittleDiskIsRefusedWithWhatIsNeeded() {
        assertThatThrownBy(() -> DataFolder.open(temporary, DataSize.ofTerabytes(1_000_000)))
                .isInstanceOf(EmbeddedException.TooFull.class)
                .hasMessageContaining("1048576000000 MB are needed")
                .satisfies(DataFolderTest::isOneLine);
        DataFolder.open(temporary, ANY_DISK).close();
    }

    @Test
    void folderThatIsAFileIsRefused() throws Exception {
        Path file = Files.writeString(temporary.resolve("file"), "");

        assertThatThrownBy(() -> DataFolder.open(file, ANY_DISK))
                .isInstanceOf(EmbeddedException.Unusable.class)
                .hasMessageContaining("VAKOOGST_DATA")
                .satisfies(DataFolderTest::isOneLine);
    }

    @Test
    void operatorPasswordIsMadeOnceAndForItsOwnerAlone() throws Exception {
        try (DataFolder folder = DataFolder.open(temporary, ANY_DISK)) {
            String password = folder.operatorPassword();

            assertThat(password).hasSizeGreaterThanOrEqualTo(20).doesNotContainAnyWhitespaces();
            assertThat(folder.operatorPassword()).isEqualTo(password);
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.operatorPasswordFile())))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void operatorPasswordThatSomeoneWroteIsUsedAndClosedToOthers() throws Exception {
        try (DataFolder folder = DataFolder.open(temporary, ANY_DISK)) {
            Files.writeString(folder.operatorPasswordFile(), "zelf gekozen\n");

            assertThat(folder.operatorPassword()).isEqualTo("zelf gekozen");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.operatorPasswordFile())))
                    .isEqualTo("rw-------");
        }
    }

    private static void isOneLine(Throwable failure) {
        assertThat(failure.getMessage().lines()).hasSize(1);
    }
}
