package gloss.cli;

import gloss.model.NetworkSummary;
import gloss.train.Safetensors;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A checkpoint or a file of weights as {@code gloss inspect} shows it. */
record WeightsInspection(Path file, Safetensors.Contents contents)
    implements InspectCommand.Inspection {
  @Override
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(
        "%s: %s arrays, %s numbers"
            .formatted(file, Columns.number(contents.shapes().size()), Columns.number(numbers())));
    lines.add("metadata");
    Columns metadata = new Columns();
    int width = contents.metadata().keySet().stream().mapToInt(String::length).reduce(1, Math::max);
    contents
        .metadata()
        .forEach(
            (name, value) -> metadata.row(name + " ".repeat(width - name.length()) + "  " + value));
    lines.addAll(metadata.lines("  "));
    lines.add("arrays");
    Columns arrays = new Columns();
    contents
        .shapes()
        .forEach(
            (name, shape) ->
                arrays.row(
                    name, Columns.shape(shape), Columns.number(NetworkSummary.count(shape))));
    lines.addAll(arrays.lines("  "));
    return lines;
  }

  private long numbers() {
    return contents.shapes().values().stream().mapToLong(NetworkSummary::count).sum();
  }

  @Override
  public Map<String, Object> toMap() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("kind", "weights");
    map.put("numbers", numbers());
    map.put("metadata", contents.metadata());
    Map<String, Object> arrays = new LinkedHashMap<>();
    contents.shapes().forEach((name, shape) -> arrays.put(name, list(shape)));
    map.put("arrays", arrays);
    return map;
  }

  static List<Long> list(long[] shape) {
    return Arrays.stream(shape).boxed().toList();
  }
}
