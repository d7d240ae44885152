package search;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.opensearch.Version;
import org.opensearch.common.settings.Settings;
import org.opensearch.index.reindex.ReindexModulePlugin;
import org.opensearch.analysis.common.CommonAnalysisModulePlugin;
import org.opensearch.env.Environment;
import org.opensearch.node.InternalSettingsPreparer;
import org.opensearch.node.Node;
import org.opensearch.plugin.analysis.icu.AnalysisICUPlugin;
import org.opensearch.plugins.Plugin;
import org.opensearch.plugins.PluginInfo;
import org.opensearch.transport.Netty4ModulePlugin;

/** One OpenSearch node on loopback, without security: for development and tests. Arguments: folder, HTTP port. */
public final class SearchNode extends Node {
    private static final List<Class<? extends Plugin>> PLUGINS = List.of(
        Netty4ModulePlugin.class,
        CommonAnalysisModulePlugin.class,
        ReindexModulePlugin.class,
        AnalysisICUPlugin.class,
        EastAsianAnalysis.class
    );

    private SearchNode(Environment environment) {
        super(environment, PLUGINS.stream().map(SearchNode::onClassPath).toList(), false);
    }

    public static void main(String[] arguments) throws Exception {
        var node = new SearchNode(environment(Path.of(arguments[0]).toAbsolutePath(), arguments[1]));
        var stopped = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> close(node, stopped)));
        node.start();
        stopped.await();
    }

    private static Environment environment(Path home, String port) {
        var settings = Settings.builder()
            .put("path.home", home.toString())
            .put("cluster.name", "marketplace")
            .put("discovery.type", "single-node")
            .put("network.host", "127.0.0.1")
            .put("http.port", port)
            .put("transport.port", "0")
            .put("http.type", "netty4")
            .put("transport.type", "netty4")
            .put("action.auto_create_index", false)
            // Nearly full disks are usual on developers' machines; the index is small and can be built again.
            .put("cluster.routing.allocation.disk.threshold_enabled", false)
            .build();
        return InternalSettingsPreparer.prepareEnvironment(settings, Map.of(), home.resolve("config"), () -> "search");
    }

    private static PluginInfo onClassPath(Class<? extends Plugin> plugin) {
        return new PluginInfo(
            plugin.getName(), "on the class path", "NA", Version.CURRENT, "21", plugin.getName(), null, List.of(), false);
    }

    private static void close(Node node, CountDownLatch stopped) {
        try {
            node.close();
        } catch (Exception failure) {
            failure.printStackTrace();
        } finally {
            stopped.countDown();
        }
    }
}
