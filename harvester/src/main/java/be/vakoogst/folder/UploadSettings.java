package be.vakoogst.folder;

import java.net.URI;
import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Where uploaded documents are kept and published. How much one upload may bring is {@code spring.servlet.multipart.max-request-size}.
 *
 * @param folder within the data folder
 * @param most that one source may keep there, unpacked; an upload beyond it is refused whole
 * @param address under which this instance publishes them, as it is reached from outside
 */
@ConfigurationProperties("vakoogst.upload")
public record UploadSettings(
        @DefaultValue("data/uploads") Path folder,
        @DefaultValue("2GB") DataSize most,
        @DefaultValue("http://localhost:8080/documents") URI address) {

    public UploadSettings {
        if (most.toBytes() <= 0) {
            throw new IllegalArgumentException("vakoogst.upload.most is '" + most + "' and must be a size above 0B");
        }
    }
}
