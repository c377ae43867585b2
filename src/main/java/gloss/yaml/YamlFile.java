package gloss.yaml;

import gloss.text.InputException;
import gloss.text.LineReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * Reads YAML 1.2 into a tree that knows its lines. Errors are {@link InputException}s: syntax, a
 * key given twice, a key that is no text, an alias inside itself.
 */
public final class YamlFile {
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  /** Where a mark of the parser lies, as the beginning of an error message. */
  private final Function<Optional<Mark>, String> where;

  private YamlFile(Function<Optional<Mark>, String> where) {
    this.where = where;
  }

  /** The tree of a file, which must be a mapping at its root; an empty file is an empty mapping. */
  public static YamlNode.Mapping read(Path file) throws IOException {
    return parse(String.join("\n", LineReader.readAll(file)), file.toString());
  }

  /** As {@link #read}, for text; {@code name} stands for the file in error messages. */
  public static YamlNode.Mapping parse(String text, String name) {
    YamlFile file =
        new YamlFile(mark -> mark.map(m -> name + ":" + (m.getLine() + 1)).orElse(name));
    String content =
        text.startsWith(BYTE_ORDER_MARK) ? text.substring(BYTE_ORDER_MARK.length()) : text;
    YamlNode root = file.compose(content);
    if (root.isNull()) {
      return new YamlNode.Mapping(Map.of(), root.where());
    }
    if (root instanceof YamlNode.Mapping mapping) {
      return mapping;
    }
    throw new InputException(
        root.where() + ": expected keys and their values ('key: value'), found " + root.describe());
  }

  /** One value, as it would stand behind {@code key:}; every part of it stands at {@code where}. */
  static YamlNode value(String text, String where) {
    return new YamlFile(mark -> where).compose(text);
  }

  private YamlNode compose(String text) {
    try {
      Compose compose = new Compose(LoadSettings.builder().setAllowNonScalarKeys(true).build());
      return compose
          .composeString(text)
          .map(this::convert)
          .orElseGet(() -> new YamlNode.Scalar("", true, where.apply(Optional.empty())));
    } catch (MarkedYamlEngineException e) {
      String context = e.getContext() == null ? "" : e.getContext() + ": ";
      throw new InputException(
          where.apply(e.getProblemMark()) + ": not YAML: " + oneLine(context + e.getProblem()), e);
    } catch (StackOverflowError e) {
      throw new InputException(where.apply(Optional.empty()) + ": not YAML: nested too deep", e);
    } catch (YamlEngineException e) {
      throw new InputException(
          where.apply(Optional.empty()) + ": not YAML: " + oneLine(String.valueOf(e.getMessage())),
          e);
    }
  }

  /** A message that quotes the file, which may have line breaks anywhere. */
  static String oneLine(String message) {
    return message.replaceAll("[\\s\\p{Cntrl}]+", " ");
  }

  private YamlNode convert(Node node) {
    String place = where.apply(node.getStartMark());
    if (node.isRecursive()) {
      throw new InputException(place + ": an alias may not stand inside what it stands for");
    }
    if (node instanceof MappingNode mapping) {
      return mapping(mapping, place);
    }
    if (node instanceof SequenceNode sequence) {
      List<YamlNode> items = new ArrayList<>();
      sequence.getValue().forEach(item -> items.add(convert(item)));
      return new YamlNode.Sequence(items, place);
    }
    ScalarNode scalar = (ScalarNode) node;
    return new YamlNode.Scalar(
        scalar.getValue(), scalar.getScalarStyle() == ScalarStyle.PLAIN, place);
  }

  private YamlNode mapping(MappingNode node, String place) {
    Map<String, YamlNode> entries = new LinkedHashMap<>();
    for (NodeTuple tuple : node.getValue()) {
      String keyPlace = where.apply(tuple.getKeyNode().getStartMark());
      if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
        throw new InputException(keyPlace + ": a key must be text");
      }
      YamlNode value = convert(tuple.getValueNode()).at(keyPlace);
      YamlNode first = entries.putIfAbsent(key.getValue(), value);
      if (first != null) {
        throw new InputException(
            keyPlace + ": " + oneLine(key.getValue()) + ": given twice, first at " + first.where());
      }
    }
    return new YamlNode.Mapping(entries, place);
  }
}
