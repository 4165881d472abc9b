package be.vakoogst.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code backup} */
@Command(
        name = "backup",
        description = "Write catalogue, sources, corrections and all else that cannot be made again into one file.",
        mixinStandardHelpOptions = true)
class BackupCommand implements Callable<Integer> {

    private final Surroundings around;

    @Parameters(paramLabel = "FILE", description = "The zip to write.")
    private Path file = Path.of("vakoogst-backup.zip");

    BackupCommand(Surroundings around) {
        this.around = around;
    }

    /** Under its name it stands only when it is whole. Only its owner may read it, as it holds digests of passwords. */
    @Override
    public Integer call() throws IOException {
        Path unfinished = file.resolveSibling(file.getFileName() + ".unfinished");
        Files.deleteIfExists(unfinished);
        Files.createFile(
                unfinished, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try (Instance instance = Instances.reach(around);
                OutputStream out = Files.newOutputStream(unfinished)) {
            instance.download("/api/backup", out);
        }
        Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
        around.out().printf("%s holds %,d bytes.%n", file, Files.size(file));
        return 0;
    }
}
