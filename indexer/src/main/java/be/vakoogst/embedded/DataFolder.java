package be.vakoogst.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.OptionalInt;
import org.springframework.util.unit.DataSize;

/**
 * The folder with all that is kept between starts, held by one living instance at a time. The lock is the operating system's, so it ends
 * with its owner, however that ends; beside it the owner writes down who it is.
 */
public final class DataFolder implements AutoCloseable {

    /** Where data is kept unless {@code VAKOOGST_DATA} says otherwise. */
    public static final Path DEFAULT = Path.of("data");

    /** Below it, neither a database nor an index can be started and filled with sense. */
    public static final DataSize LEAST_FREE = DataSize.ofGigabytes(1);

    /** Raise it when an older Vakoogst could no longer read what this one writes. */
    static final int LAYOUT = 1;

    private final Path path;
    private final FileChannel channel;

    private DataFolder(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    /**
     * Makes the folder if need be and takes it for this process.
     *
     * @param leastFree how much of the disk must be free
     * @throws EmbeddedException.InUse when another living instance has it
     * @throws EmbeddedException.TooNew when a newer Vakoogst wrote it
     * @throws EmbeddedException.TooFull when less of the disk is free
     * @throws EmbeddedException.Unusable when it can't be made or written
     */
    public static DataFolder open(Path path, DataSize leastFree) {
        Path folder = path.toAbsolutePath().normalize();
        try {
            Files.createDirectories(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            DataFolder taken = new DataFolder(folder, lock(folder));
            taken.check(leastFree);
            return taken;
        } catch (IOException failure) {
            throw new EmbeddedException.Unusable(folder, failure);
        }
    }

    /** As above, with {@link #LEAST_FREE}. */
    public static DataFolder open(Path path) {
        return open(path, LEAST_FREE);
    }

    /** The living instance that has this folder, so that a command can talk to it; empty when none has. Takes and changes nothing. */
    public static Optional<RunningInstance> runningInstance(Path path) {
        return RunningInstance.readFrom(path.toAbsolutePath().normalize().resolve("instance"));
    }

    /** Absolute. */
    public Path path() {
        return path;
    }

    /** Tells others at which port this instance answers. */
    public void announce(int httpPort) {
        try {
            RunningInstance.ourselves(OptionalInt.of(httpPort)).writeTo(instance());
        } catch (IOException failure) {
            throw new EmbeddedException.Unusable(path, failure);
        }
    }

    /** The operator's password: read from a file that only its owner can read, made at random when there is none. */
    public String operatorPassword() {
        return Secret.in(operatorPasswordFile()).value();
    }

    /** Where {@link #operatorPassword} is kept, to be told to the person who needs it. */
    public Path operatorPasswordFile() {
        return path.resolve("operator-password");
    }

    /** Lets another instance have it. */
    @Override
    public void close() {
        try {
            Files.deleteIfExists(instance());
            channel.close();
        } catch (IOException failure) {
            throw new EmbeddedException.Unusable(path, failure);
        }
    }

    private Path instance() {
        return path.resolve("instance");
    }

    /** Within one process the file must not even be opened twice: POSIX drops a process's locks when it closes the file anywhere. */
    private static FileChannel lock(Path folder) throws IOException {
        Optional<RunningInstance> owner = runningInstance(folder);
        if (owner.filter(RunningInstance::isThisProcess).isPresent()) {
            throw inUse(folder, owner);
        }
        FileChannel channel =
                FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (!tryLock(channel)) {
            channel.close();
            throw inUse(folder, runningInstance(folder));
        }
        return channel;
    }

    private static boolean tryLock(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException ourOwn) {
            return false;
        }
    }

    private static EmbeddedException.InUse inUse(Path folder, Optional<RunningInstance> owner) {
        return new EmbeddedException.InUse(
                folder,
                owner.map(instance -> " (process " + instance.pid() + port(instance) + ")")
                        .orElse(""));
    }

    private static String port(RunningInstance instance) {
        return instance.httpPort().isPresent() ? ", port " + instance.httpPort().getAsInt() : "";
    }

    private void check(DataSize leastFree) throws IOException {
        try {
            checkLayout();
            checkFree(leastFree);
            RunningInstance.ourselves(OptionalInt.empty()).writeTo(instance());
        } catch (IOException | RuntimeException refusal) {
            channel.close();
            throw refusal;
        }
    }

    private void checkLayout() throws IOException {
        Path version = path.resolve("version");
        String found = Files.exists(version) ? Files.readString(version).strip() : "";
        if (found.isEmpty()) {
            Files.writeString(version, LAYOUT + "\n");
        } else if (!found.matches("[0-9]{1,6}") || Integer.parseInt(found) > LAYOUT) {
            throw new EmbeddedException.TooNew(path, found, LAYOUT);
        }
    }

    private void checkFree(DataSize leastFree) throws IOException {
        DataSize free = DataSize.ofBytes(Files.getFileStore(path).getUsableSpace());
        if (free.compareTo(leastFree) < 0) {
            throw new EmbeddedException.TooFull(path, free, leastFree);
        }
    }
}
