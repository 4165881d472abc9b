package be.vakoogst.alert;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where this node keeps its data.
 *
 * @param data the folder
 * @param node the name of this node
 */
@ConfigurationProperties("vakoogst")
record DataPlace(
        @DefaultValue(".") Path data,
        @DefaultValue("localhost") String node) {}
