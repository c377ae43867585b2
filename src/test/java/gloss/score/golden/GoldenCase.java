package gloss.score.golden;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import gloss.score.Segment;
import gloss.text.LineReader;
import gloss.text.WhiteSpace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** One case: what went into a reference tool and what came out. */
record GoldenCase(Path folder, JsonObject json) {
  static List<GoldenCase> all(Path golden) throws IOException {
    Path folder = golden.resolve("cases");
    List<GoldenCase> cases = new ArrayList<>();
    for (JsonElement element : parse(folder.resolve("cases.json")).getAsJsonArray()) {
      cases.add(new GoldenCase(folder, element.getAsJsonObject()));
    }
    return cases;
  }

  static JsonElement parse(Path file) throws IOException {
    return JsonParser.parseString(Files.readString(file));
  }

  String id() {
    return json.get("id").getAsString();
  }

  String tool() {
    return json.get("tool").getAsString();
  }

  JsonObject args() {
    return json.get("args").getAsJsonObject();
  }

  boolean flag(String name) {
    return args().has(name) && args().get(name).getAsBoolean();
  }

  int integer(String name, int otherwise) {
    return args().has(name) ? args().get(name).getAsInt() : otherwise;
  }

  JsonObject expected() {
    return json.get("expected").getAsJsonObject();
  }

  /** What a tool printed to a file of its own. */
  JsonArray expectedFile() throws IOException {
    return parse(folder.resolve(expected().get("file").getAsString())).getAsJsonArray();
  }

  String hypothesisFile() {
    return json.get("hyp").getAsString();
  }

  /** Lines as sacreBLEU's command line reads them: without white space at their end. */
  List<String> lines(String file) {
    return rawLines(file).stream().map(WhiteSpace::stripTrailing).toList();
  }

  List<String> rawLines(String file) {
    try {
      return LineReader.readAll(folder.resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<Segment> segments() throws IOException {
    return segments(hypothesisFile());
  }

  List<Segment> segments(String hypothesisFile) throws IOException {
    List<List<String>> streams = streams();
    List<String> hypotheses = lines(hypothesisFile);
    List<Segment> segments = new ArrayList<>();
    for (int i = 0; i < hypotheses.size(); i++) {
      List<String> references = new ArrayList<>();
      for (List<String> stream : streams) {
        if (stream.get(i) != null) {
          references.add(stream.get(i));
        }
      }
      segments.add(new Segment(hypotheses.get(i), references));
    }
    return segments;
  }

  private List<List<String>> streams() throws IOException {
    List<List<String>> streams = new ArrayList<>();
    for (JsonElement file : json.get("refs").getAsJsonArray()) {
      streams.add(lines(file.getAsString()));
    }
    if (json.has("refs_json")) {
      for (JsonElement stream :
          parse(folder.resolve(json.get("refs_json").getAsString())).getAsJsonArray()) {
        List<String> lines = new ArrayList<>();
        stream.getAsJsonArray().forEach(e -> lines.add(e.isJsonNull() ? null : e.getAsString()));
        streams.add(lines);
      }
    }
    return streams;
  }
}
