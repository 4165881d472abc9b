package be.vakoogst.engine;

import java.nio.file.Path;
import java.util.List;
import org.opensearch.Version;
import org.opensearch.analysis.common.CommonAnalysisModulePlugin;
import org.opensearch.common.settings.Settings;
import org.opensearch.env.Environment;
import org.opensearch.index.mapper.MapperExtrasModulePlugin;
import org.opensearch.index.reindex.ReindexModulePlugin;
import org.opensearch.node.Node;
import org.opensearch.painless.PainlessModulePlugin;
import org.opensearch.plugins.Plugin;
import org.opensearch.plugins.PluginInfo;
import org.opensearch.transport.Netty4ModulePlugin;

/** A single node that speaks HTTP on loopback only and takes its plugins from the class path instead of a plugin folder. */
final class EmbeddedNode extends Node {

    private static final List<Class<? extends Plugin>> PLUGINS = List.of(
            Netty4ModulePlugin.class,
            CommonAnalysisModulePlugin.class,
            MapperExtrasModulePlugin.class,
            ReindexModulePlugin.class,
            PainlessModulePlugin.class);

    /**
     * @param home folder for data and configuration; made when absent
     * @param port HTTP port on 127.0.0.1
     */
    EmbeddedNode(Path home, int port) {
        super(
                new Environment(settings(home, port), home.resolve("config")),
                PLUGINS.stream().map(EmbeddedNode::onClassPath).toList(),
                true);
    }

    private static Settings settings(Path home, int port) {
        return Settings.builder()
                .put("path.home", home)
                .put("path.data", home.resolve("data"))
                .put("path.logs", home.resolve("logs"))
                .put("cluster.name", "vakoogst-embedded")
                .put("node.name", "embedded")
                .put("discovery.type", "single-node")
                .put("network.host", "127.0.0.1")
                .put("http.port", port)
                .put("transport.port", "0")
                // As in Elasticsearch: an index is deleted by its name, never by a wildcard.
                .put("action.destructive_requires_name", true)
                // By default an index turns read-only at 95% of the disk, which on a large half-forgotten laptop disk
                // still leaves tens of gigabytes. What counts is what is left.
                .put("cluster.routing.allocation.disk.watermark.low", "600mb")
                .put("cluster.routing.allocation.disk.watermark.high", "400mb")
                .put("cluster.routing.allocation.disk.watermark.flood_stage", "200mb")
                .build();
    }

    private static PluginInfo onClassPath(Class<? extends Plugin> plugin) {
        String name = plugin.getName();
        return new PluginInfo(name, "from the class path", "NA", Version.CURRENT, "21", name, null, List.of(), false);
    }
}
