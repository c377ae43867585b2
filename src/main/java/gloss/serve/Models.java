package gloss.serve;

import gloss.pipeline.Translator;
import gloss.text.InputException;
import gloss.text.Nearest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The models of a service, by their names: those of their folders. Of each kind the first is meant
 * where a request names none.
 */
public final class Models implements AutoCloseable {
  private final Map<String, Translator> translators;

  private Models(Map<String, Translator> translators) {
    this.translators = Collections.unmodifiableMap(translators);
  }

  /**
   * Loads models.
   *
   * @throws InputException if one cannot be loaded, or two have the same name
   */
  public static Models load(List<Path> folders) throws IOException {
    Map<String, Translator> loaded = new LinkedHashMap<>();
    try {
      for (Path folder : folders) {
        String name = name(folder);
        if (loaded.containsKey(name)) {
          throw new InputException("two models are called '" + name + "'; rename a folder");
        }
        loaded.put(name, Translator.load(folder));
      }
      return new Models(loaded);
    } catch (IOException | RuntimeException e) {
      loaded.values().forEach(Translator::close);
      throw e;
    }
  }

  private static String name(Path folder) {
    Path name = folder.toAbsolutePath().normalize().getFileName();
    return name == null ? folder.toString() : name.toString();
  }

  /** The translators. */
  public Map<String, Translator> translators() {
    return translators;
  }

  /** The member of that name, or the first. */
  static <T> Map.Entry<String, T> choose(Map<String, T> members, Optional<String> name) {
    if (members.isEmpty()) {
      throw new Problem(Problem.NOT_FOUND, "no model for this is served here");
    }
    if (name.isEmpty()) {
      return members.entrySet().iterator().next();
    }
    T member = members.get(name.get());
    if (member == null) {
      throw new InputException(
          "request: model: no such model is served here"
              + Nearest.hint(name.get(), members.keySet()));
    }
    return Map.entry(name.get(), member);
  }

  /** What there is, for clients to choose from. */
  List<Map<String, Object>> describe() {
    List<Map<String, Object>> all = new ArrayList<>();
    translators.forEach(
        (name, translator) -> {
          Map<String, Object> model = new LinkedHashMap<>();
          model.put("name", name);
          model.put("task", "translation");
          model.put("source", translator.recipe().data().source());
          model.put("target", translator.recipe().data().target());
          all.add(model);
        });
    return all;
  }

  @Override
  public void close() {
    translators.values().forEach(Translator::close);
  }
}
