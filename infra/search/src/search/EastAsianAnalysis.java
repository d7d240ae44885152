package search;

import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.cn.smart.HMMChineseTokenizer;
import org.apache.lucene.analysis.cn.smart.SmartChineseAnalyzer;
import org.apache.lucene.analysis.ja.JapaneseAnalyzer;
import org.apache.lucene.analysis.ja.JapaneseBaseFormFilter;
import org.apache.lucene.analysis.ja.JapaneseKatakanaStemFilter;
import org.apache.lucene.analysis.ja.JapanesePartOfSpeechStopFilter;
import org.apache.lucene.analysis.ja.JapaneseTokenizer;
import org.apache.lucene.analysis.ko.KoreanPartOfSpeechStopFilter;
import org.apache.lucene.analysis.ko.KoreanReadingFormFilter;
import org.apache.lucene.analysis.ko.KoreanTokenizer;
import org.opensearch.common.settings.Settings;
import org.opensearch.index.analysis.TokenFilterFactory;
import org.opensearch.index.analysis.TokenizerFactory;
import org.opensearch.indices.analysis.AnalysisModule.AnalysisProvider;
import org.opensearch.plugins.AnalysisPlugin;
import org.opensearch.plugins.Plugin;

/**
 * Lucene's Japanese, Korean and Chinese analysis under the names that analysis-kuromoji, -nori and -smartcn give it, with
 * the settings that the marketplace's index uses, so that the same index works on a server with those plugins.
 */
public final class EastAsianAnalysis extends Plugin implements AnalysisPlugin {
    @Override
    public Map<String, AnalysisProvider<TokenizerFactory>> getTokenizers() {
        return Map.of(
            "kuromoji_tokenizer", tokenizer(EastAsianAnalysis::japanese),
            "nori_tokenizer", tokenizer(EastAsianAnalysis::korean),
            "smartcn_tokenizer", tokenizer(settings -> new HMMChineseTokenizer()));
    }

    @Override
    public Map<String, AnalysisProvider<TokenFilterFactory>> getTokenFilters() {
        return Map.of(
            "kuromoji_baseform", filter(JapaneseBaseFormFilter::new),
            "kuromoji_part_of_speech",
            filter(words -> new JapanesePartOfSpeechStopFilter(words, JapaneseAnalyzer.getDefaultStopTags())),
            "kuromoji_stemmer", filter(JapaneseKatakanaStemFilter::new),
            "ja_stop", filter(words -> new StopFilter(words, JapaneseAnalyzer.getDefaultStopSet())),
            "nori_part_of_speech", filter(KoreanPartOfSpeechStopFilter::new),
            "nori_readingform", filter(KoreanReadingFormFilter::new),
            "smartcn_stop", filter(words -> new StopFilter(words, SmartChineseAnalyzer.getDefaultStopSet())));
    }

    private static Tokenizer japanese(Settings settings) {
        var mode = JapaneseTokenizer.Mode.valueOf(upper(settings.get("mode", "search")));
        var drop = settings.getAsBoolean("discard_punctuation", true);
        return new JapaneseTokenizer(null, drop, settings.getAsBoolean("discard_compound_token", false), mode);
    }

    private static Tokenizer korean(Settings settings) {
        var mode = KoreanTokenizer.DecompoundMode.valueOf(upper(settings.get("decompound_mode", "discard")));
        var drop = settings.getAsBoolean("discard_punctuation", true);
        return new KoreanTokenizer(KoreanTokenizer.DEFAULT_TOKEN_ATTRIBUTE_FACTORY, null, mode, false, drop);
    }

    private static String upper(String setting) {
        return setting.toUpperCase(Locale.ROOT);
    }

    private static AnalysisProvider<TokenizerFactory> tokenizer(Function<Settings, Tokenizer> create) {
        return (index, environment, name, settings) -> TokenizerFactory.newFactory(name, () -> create.apply(settings));
    }

    private static AnalysisProvider<TokenFilterFactory> filter(Function<TokenStream, TokenStream> create) {
        return (index, environment, name, settings) -> new TokenFilterFactory() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public TokenStream create(TokenStream words) {
                return create.apply(words);
            }
        };
    }
}
